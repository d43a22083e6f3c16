import "./css/tokens.css";
import "./css/base.css";
import "./css/kit-controls.css";
import "./css/kit-signs.css";
import "./css/kit-layers.css";
import "./css/kit-layout.css";
import "./css/forms.css";
import "./css/shell.css";
import "./css/keys.css";
import "./css/account.css";
import "./css/search.css";
import "./css/reports.css";
import { render } from "preact";
import { App } from "./app";

const root = document.getElementById("root");
if (root) render(<App />, root);
