import { readdirSync } from "node:fs";
import { join } from "node:path";
import { apiOverview } from "./api-pages.ts";
import { readManifest } from "./manifest.ts";
import type { Page, PageGroup } from "./page.ts";
import { REPOSITORY } from "./paths.ts";
import { readPage } from "./read-page.ts";

const OWN = "packages/docs/content";

/** The menu, from top to bottom. Studies and cards appear by themselves when their files do. */
export function readGroups(): readonly PageGroup[] {
  return [
    {
      name: "Start",
      pages: [
        ownPage("index", "Overview"),
        ownPage("quick-start"),
        enginePackage(),
        examples(),
        ownPage("how-it-works"),
      ],
    },
    {
      name: "Guides",
      pages: [
        ownPage("headers", "Headers and policy"),
        ownPage("frames", "In a frame"),
        ownPage("offline"),
        browsers(),
        training(),
        ownPage("privacy"),
      ],
    },
    { name: "Reference", pages: [apiOverview(), models()] },
    { name: "Studies", pages: studies() },
    { name: "Project", pages: project() },
  ];
}

/** Every page of the site. */
export function allPages(groups: readonly PageGroup[]): readonly Page[] {
  return groups.flatMap(({ pages }) => pages.flatMap(withChildren));
}

/** A page with all that is below it. */
export function withChildren(page: Page): readonly Page[] {
  return [page, ...page.children.flatMap(withChildren)];
}

function ownPage(name: string, menuName?: string): Page {
  return readPage({ url: `${name}.html`, source: `${OWN}/${name}.md`, menuName });
}

function enginePackage(): Page {
  return readPage({
    url: "package.html",
    source: "packages/engine/README.md",
    menuName: "The package",
    description:
      "The engine as a package: what it takes and gives, its options, the headers it needs, models and licences.",
  });
}

function examples(): Page {
  return readPage({
    url: "examples.html",
    source: "examples/README.md",
    description:
      "Small, complete programs that read ages: without a bundler, with Vite, React and Next, and from Node.",
  });
}

function browsers(): Page {
  return readPage({
    url: "browsers.html",
    source: "docs/browsers.md",
    description:
      "Which browsers AgeLens needs at least, how they were tried, and what a person sees where something is missing.",
  });
}

function training(): Page {
  const children = [
    readPage({ url: "training/reference.html", source: "training/README.md", menuName: "All commands" }),
    readPage({ url: "training/cpp.html", source: "training/cpp-example/README.md", menuName: "From C++" }),
  ];
  return readPage({ url: "training.html", source: `${OWN}/training.md`, children });
}

function models(): Page {
  const children = readManifest().models.map(({ id, name, card }) =>
    readPage({
      url: `models/${id}.html`,
      source: `public/models/${card}`,
      menuName: name,
      description: `Model card of ${id}: intended use, misuse, training data, errors for every group of people, known failures.`,
    }),
  );
  return readPage({ url: "models.html", source: `${OWN}/models.md`, children });
}

function studies(): readonly Page[] {
  return readdirSync(join(REPOSITORY, "docs"))
    .filter((file) => file.endsWith(".md") && file !== "browsers.md")
    .map((file) => readPage({ url: `studies/${file.replace(/md$/, "html")}`, source: `docs/${file}` }));
}

function project(): readonly Page[] {
  return [
    readPage({ url: "changelog.html", source: "CHANGELOG.md" }),
    readPage({ url: "contributing.html", source: "CONTRIBUTING.md" }),
    readPage({ url: "architecture.html", source: "ARCHITECTURE.md" }),
  ];
}
