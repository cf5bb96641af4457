import MiniSearch, { type SearchResult } from "minisearch";
import { excerpt } from "./excerpt.ts";
import type { SearchEntry } from "./search-entry.ts";

const MOST_RESULTS = 12;

type Found = SearchResult & SearchEntry;

/** Opens the search by its button or the key `/`; the index is downloaded then. */
export function setUpSearch(): void {
  const button = document.querySelector<HTMLButtonElement>("#search-open");
  const dialog = document.querySelector<HTMLDialogElement>("#search");
  const input = dialog?.querySelector("input");
  if (!button || !dialog || !input) return;
  let index: Promise<MiniSearch<SearchEntry>> | undefined;
  const open = () => {
    index ??= loadIndex();
    dialog.showModal();
    input.select();
  };
  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("input", async () => {
    const results = (await index)?.search(input.value).slice(0, MOST_RESULTS) ?? [];
    show(dialog, input.value, results as Found[]);
  });
  dialog.addEventListener("keydown", (event) => moveBetweenResults(dialog, event));
  dialog.addEventListener("click", ({ target }) => {
    // Beside the dialog, or on a result of the page that is open already.
    if (target === dialog || (target as Element).closest("a")) dialog.close();
  });
}

async function loadIndex(): Promise<MiniSearch<SearchEntry>> {
  const response = await fetch(`${document.body.dataset.root}/assets/search.json`);
  const entries: SearchEntry[] = await response.json();
  const index = new MiniSearch<SearchEntry>({
    idField: "url",
    fields: ["heading", "page", "text"],
    storeFields: ["url", "heading", "page", "text"],
    searchOptions: { prefix: true, fuzzy: 0.15, combineWith: "AND", boost: { heading: 4, page: 2 } },
  });
  await index.addAllAsync(entries);
  return index;
}

function show(dialog: HTMLDialogElement, query: string, results: readonly Found[]): void {
  const status = dialog.querySelector("[role=status]");
  const said =
    results.length === 0 ? "Nothing found" : results.length === 1 ? "One result" : `${results.length} results`;
  if (status) status.textContent = query.trim() ? said : "";
  dialog.querySelector("ul")?.replaceChildren(...results.map(resultItem));
}

function resultItem({ url, heading, page, text, terms }: Found): HTMLLIElement {
  const link = document.createElement("a");
  link.href = `${document.body.dataset.root}/${url}`;
  link.append(
    element("strong", heading),
    element("span", heading === page ? "" : page),
    element("p", excerpt(text, terms)),
  );
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Arrow keys go from the field to the results and back; Enter opens the first one. */
function moveBetweenResults(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>("input, a")];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    stops[Math.min(Math.max(here + step, 0), stops.length - 1)]?.focus();
  } else if (event.key === "Enter" && here === 0) {
    stops[1]?.click();
  }
}
