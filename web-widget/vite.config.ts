import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin, type UserConfig } from "vite";

/**
 * Five builds in sequence: the parts that few conversations need and the voice messages; the widget's app, which
 * contains their names (all with a content hash); the loader, which contains the app's name; and the console, a page of
 * modules. The demo is plain files in `public/`.
 */
export default defineConfig(({ command, mode }) => {
  // Builds are always for production: the service's dev mode would set `development` here.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return mode === "console" ? consolePage() : isPart(mode) ? part(mode) : widget(mode === "loader");
});

function widget(loader: boolean): UserConfig {
  return {
    publicDir: loader ? false : "public",
    define: loader
      ? { __APP__: JSON.stringify(nameOf("app")), __LABELS__: JSON.stringify(labels()) }
      : {
          __PARTS__: JSON.stringify({ extras: nameOf("extras"), voice: nameOf("voice") }),
          __WORDS_KEY__: JSON.stringify(WORDS.key),
          __WORDS__: JSON.stringify(hashOf(WORDS)),
        },
    plugins: loader ? [] : [scriptsOf(WORDS)],
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

const PARTS = { extras: "src/widget/extras/index.ts", voice: "src/widget/voice/index.tsx" } as const;
type Part = keyof typeof PARTS;

const isPart = (mode: string): mode is Part => Object.hasOwn(PARTS, mode);

/** The parts that few conversations need, as a script beside the app. */
function part(name: Part): UserConfig {
  const voice = name === "voice";
  return {
    publicDir: false,
    define: voice
      ? { __VOICE_WORDS_KEY__: JSON.stringify(VOICE.key), __VOICE_WORDS__: JSON.stringify(hashOf(VOICE)) }
      : {},
    plugins: voice ? [scriptsOf(VOICE)] : [],
    build: {
      outDir: "dist",
      emptyOutDir: name === "extras",
      target: "es2022",
      cssMinify: true,
      rolldownOptions: {
        input: PARTS[name],
        output: { format: "iife", entryFileNames: `widget/${name}-[hash].js` },
      },
    },
    logLevel: "warn",
  };
}

/** `npm run console` serves it for development, with the service of PARLEY_URL behind it. */
function consolePage(): UserConfig {
  // Keeps the page's own host: Parley accepts changes from pages of its own host only.
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

interface Vocabulary {
  readonly folder: string;
  /** Prefix of its scripts' names. */
  readonly called: string;
  /** Where the scripts store the texts; a symbol, which cannot collide with names of the page. */
  readonly key: string;
}

const WORDS: Vocabulary = { folder: "src/widget/i18n/words", called: "words", key: "parley.words" };
const VOICE: Vocabulary = {
  folder: "src/widget/i18n/voice",
  called: "spoken",
  key: "parley.voice.words",
};

/** The texts of each language as a script. */
function scripts({ folder, key }: Vocabulary): readonly { language: string; source: string }[] {
  return readdirSync(folder).map(file => {
    const said = JSON.stringify(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
    return {
      language: file.replace(".json", ""),
      source: `window[Symbol.for("${key}")]=${said}`,
    };
  });
}

/** One hash for all files of a vocabulary: fourteen would take too much space in the app. */
function hashOf(of: Vocabulary): string {
  const all = createHash("sha256");
  for (const { source } of scripts(of)) all.update(source);
  return all.digest("base64url").slice(0, 8);
}

function scriptsOf(of: Vocabulary): Plugin {
  return {
    name: of.called,
    generateBundle() {
      for (const { language, source } of scripts(of))
        this.emitFile({
          type: "asset",
          fileName: `widget/${of.called}-${language}-${hashOf(of)}.js`,
          source,
        });
    },
  };
}

/** The launcher's texts until the app is loaded; `Chat` in languages that are missing here. */
function labels(): Readonly<Record<string, string>> {
  const open = (language: string): string =>
    JSON.parse(readFileSync(`${WORDS.folder}/${language}.json`, "utf8")).open;
  return Object.fromEntries(
    ["en", "de", "ru", "ar", "zh", "ja", "ko"].map(language => [language, open(language)]),
  );
}

/** The name of a script from an earlier build. */
function nameOf(script: "app" | Part): string {
  const names = readdirSync("dist/widget").filter(name => name.startsWith(`${script}-`));
  if (names.length !== 1 || !names[0])
    throw new Error(`one ${script} expected in dist/widget, found: ${names}`);
  return names[0];
}
