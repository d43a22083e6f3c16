/** One file for the runner, so that one browser serves every scenario. */
import "./access";
import "./breaks";
import "./chat";
import "./safety";
import "./handoff";
import "./language";
import "./shop-pages";
import "./shop-keys";
import "./shop-customers";
import "./desk-keys";
import "./desk-safety";
import "./desk-access";
import "./desk-load";
import "./desk-words";
import "./operator";
import "./desk-voice";
import "./voice";
