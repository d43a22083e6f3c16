/** The demo shop with the fake service behind it, for development: `npm run dev`. */
import { startDemo } from "./demo-server";

const demo = await startDemo(Number(process.env["PORT"] ?? 5199));
console.info(`demo shop: ${demo.url}/demo/`);
