/** What agents and operators do: one file for the runner, so that one browser serves every scenario. */
import "./desk-keys";
import "./desk-safety";
import "./desk-access";
import "./desk-load";
import "./desk-words";
import "./operator";
import "./desk-voice";
