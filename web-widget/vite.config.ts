import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin, type UserConfig } from "vite";

/**
 * Three builds, one after the other: the widget's app under a name that changes with its content, then the loader, which
 * carries that name, then the console, a page of modules of its own. The demo is plain files in `public/`.
 */
export default defineConfig(({ command, mode }) => {
  // What is built is for visitors, also where the service is being developed: its dev mode says `development` here.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return mode === "console" ? consolePage() : widget(mode === "loader");
});

function widget(loader: boolean): UserConfig {
  return {
    publicDir: loader ? false : "public",
    define: loader
      ? { __APP__: JSON.stringify(appName()), __LABELS__: JSON.stringify(labels()) }
      : {
          __WORDS_KEY__: JSON.stringify(WORDS_KEY),
          __WORDS__: JSON.stringify(
            Object.fromEntries(words().map(({ language, name }) => [language, name])),
          ),
        },
    plugins: loader ? [] : [scriptsOfWords()],
    build: {
      outDir: "dist",
      emptyOutDir: !loader,
      target: "es2022",
      cssMinify: true,
      copyPublicDir: !loader,
      rolldownOptions: {
        input: loader ? "src/loader/loader.ts" : "src/widget/app.tsx",
        output: {
          format: "iife",
          entryFileNames: loader ? "widget.js" : "widget/app-[hash].js",
        },
      },
    },
    logLevel: "warn",
  };
}

/** `npm run console` serves it for development, with the service of PARLEY_URL behind it. */
function consolePage(): UserConfig {
  // The host stays the page's own: Parley lets only pages of its own host change anything.
  const service = { target: process.env["PARLEY_URL"] ?? "http://localhost:8080", changeOrigin: false };
  return {
    root: "src/console",
    base: "/console/",
    publicDir: "public",
    // The page's policy allows no inline script.
    build: {
      outDir: "../../dist/console",
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 400,
    },
    server: {
      proxy: { "/v1": service, "/ws": { ...service, ws: true }, "/widget": service, "/demo": service },
    },
    logLevel: "warn",
  };
}

const WORDS = "src/widget/i18n/words";
/** Where a script of words leaves them; a symbol, so that no page's own name is in the way. */
const WORDS_KEY = "parley.words";

/** The words of each language but English as a script, under a name that changes with them. */
function words(): readonly { language: string; name: string; source: string }[] {
  const files = readdirSync(WORDS).filter(file => file !== "en.json");
  return files.map(file => {
    const language = file.replace(".json", "");
    const said = JSON.stringify(JSON.parse(readFileSync(`${WORDS}/${file}`, "utf8")));
    const source = `window[Symbol.for("${WORDS_KEY}")]=${said}`;
    const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
    return { language, name: `words-${language}-${hash}.js`, source };
  });
}

function scriptsOfWords(): Plugin {
  return {
    name: "words",
    generateBundle() {
      for (const { name, source } of words())
        this.emitFile({ type: "asset", fileName: `widget/${name}`, source });
    },
  };
}

function labels(): Readonly<Record<string, string>> {
  const open = (file: string): string => JSON.parse(readFileSync(`${WORDS}/${file}`, "utf8")).open;
  return Object.fromEntries(readdirSync(WORDS).map(file => [file.replace(".json", ""), open(file)]));
}

function appName(): string {
  const names = readdirSync("dist/widget").filter(name => /^app-.*\.js$/.test(name));
  if (names.length !== 1 || !names[0]) throw new Error(`one app expected in dist/widget, found: ${names}`);
  return names[0];
}
