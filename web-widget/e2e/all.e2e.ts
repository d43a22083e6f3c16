/** Both halves in one browser; `./mvnw verify` runs them side by side, each with a service and a browser of its own. */
import "./visitors.e2e";
import "./desk.e2e";
