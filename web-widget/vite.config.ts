import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin, type UserConfig } from "vite";

/**
 * Four builds, one after the other: what few conversations need, then the widget's app with that one's name, both under names
 * that change with their content, then the loader, which carries the app's name, then the console, a page of modules of its own. The demo is plain files in `public/`.
 */
export default defineConfig(({ command, mode }) => {
  // What is built is for visitors, also where the service is being developed: its dev mode says `development` here.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return mode === "console" ? consolePage() : mode === "extras" ? extras() : widget(mode === "loader");
});

function widget(loader: boolean): UserConfig {
  return {
    publicDir: loader ? false : "public",
    define: loader
      ? { __APP__: JSON.stringify(nameOf("app")), __LABELS__: JSON.stringify(labels()) }
      : {
          __EXTRAS__: JSON.stringify(nameOf("extras")),
          __WORDS_KEY__: JSON.stringify(WORDS_KEY),
          __WORDS__: JSON.stringify(
            Object.fromEntries(words().map(({ language, name }) => [language, name])),
          ),
        },
    plugins: loader ? [] : [scriptsOfWords()],
    build: {
      outDir: "dist",
      emptyOutDir: false,
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

/** What few conversations need, as a script beside the app. */
function extras(): UserConfig {
  return {
    publicDir: false,
    build: {
      outDir: "dist",
      emptyOutDir: true,
      target: "es2022",
      cssMinify: true,
      rolldownOptions: {
        input: "src/widget/extras/index.ts",
        output: { format: "iife", entryFileNames: "widget/extras-[hash].js" },
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

/** The words of each language as a script, under a name that changes with them. */
function words(): readonly { language: string; name: string; source: string }[] {
  return readdirSync(WORDS).map(file => {
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

/** The launcher's, until the app has come with the rest; in the languages that are not here it is `Chat`. */
function labels(): Readonly<Record<string, string>> {
  const open = (language: string): string =>
    JSON.parse(readFileSync(`${WORDS}/${language}.json`, "utf8")).open;
  return Object.fromEntries(
    ["en", "de", "ru", "ar", "zh", "ja", "ko"].map(language => [language, open(language)]),
  );
}

/** Of a script that an earlier build has made. */
function nameOf(script: "app" | "extras"): string {
  const names = readdirSync("dist/widget").filter(name => name.startsWith(`${script}-`));
  if (names.length !== 1 || !names[0])
    throw new Error(`one ${script} expected in dist/widget, found: ${names}`);
  return names[0];
}
