import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

/**
 * Two classic scripts, built one after the other: the app under a name that changes with its content, then the loader,
 * which carries that name. Pages (demo, console) are plain files in `public/`.
 */
export default defineConfig(({ mode }) => {
  const loader = mode === "loader";
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
});

function appName(): string {
  const names = readdirSync("dist/widget").filter(name => /^app-.*\.js$/.test(name));
  if (names.length !== 1 || !names[0]) throw new Error(`one app expected in dist/widget, found: ${names}`);
  return names[0];
}
