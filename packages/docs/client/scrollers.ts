/** Lets the keyboard reach what scrolls sideways, and only that. */
export function makeScrollersReachable(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) update(target);
  });
  for (const box of document.querySelectorAll(".table, .code pre")) observer.observe(box);
}

function update(box: Element): void {
  if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
  else box.removeAttribute("tabindex");
}
