/** Scenarios of visitors: one file for the runner, so that one browser serves them all. */
import "./access";
import "./breaks";
import "./chat";
import "./safety";
import "./handoff";
import "./language";
import "./shop-pages";
import "./shop-keys";
import "./shop-customers";
import "./voice";
