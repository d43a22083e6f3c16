import { readdirSync } from "node:fs";
import { defineConfig, type UserConfig } from "vite";

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
    define: loader ? { __APP__: JSON.stringify(appName()) } : {},
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

function appName(): string {
  const names = readdirSync("dist/widget").filter(name => /^app-.*\.js$/.test(name));
  if (names.length !== 1 || !names[0]) throw new Error(`one app expected in dist/widget, found: ${names}`);
  return names[0];
}
