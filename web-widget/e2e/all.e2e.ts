/** One file for the runner, so that one browser serves every scenario. */
import "./access";
import "./breaks";
import "./chat";
import "./safety";
