/** Scenarios of agents and operators: one file for the runner, so that one browser serves them all. */
import "./desk-keys";
import "./desk-safety";
import "./desk-access";
import "./desk-load";
import "./desk-words";
import "./operator";
import "./desk-voice";
