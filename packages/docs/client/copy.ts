const SHOWN_MS = 1500;

/** Puts a button on every block of code that copies it, where the browser lends a clipboard. */
export function addCopyButtons(): void {
  if (!navigator.clipboard) return;
  for (const box of document.querySelectorAll<HTMLElement>(".code:not(.drawing)")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", () => void copy(box, button));
    box.append(button);
  }
}

async function copy(box: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const text = box.querySelector("pre")?.textContent ?? "";
  const copied = await navigator.clipboard.writeText(text.trimEnd()).then(
    () => true,
    () => false,
  );
  button.textContent = copied ? "Copied" : "Not allowed";
  setTimeout(() => {
    button.textContent = "Copy";
  }, SHOWN_MS);
}
