// The page's own script: the chat needs none of it.
const snippet = document.getElementById("snippet");
if (snippet)
  snippet.textContent = `<script async src="${location.origin}/widget.js" data-tenant="demo"></script>`;

const copy = document.getElementById("copy");
copy?.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(snippet?.textContent ?? "");
    copy.textContent = "Copied";
  } catch {
    // No clipboard without https: selecting it is the next best.
    if (snippet) getSelection()?.selectAllChildren(snippet);
    copy.textContent = "Press Ctrl+C";
  }
});

for (const button of document.querySelectorAll("[data-ask]")) {
  button.addEventListener("click", () => {
    // @ts-expect-error the widget's global belongs to another script
    window.parley?.sendMessage(button.textContent ?? "");
  });
}
