import { about } from "../../../src/app/text/en/about.ts";
import { live } from "../../../src/app/text/en/live.ts";
import type { Part } from "../markdown/parts.ts";
import { readManifest } from "../site/manifest.ts";

const SOURCE = "src/app/text/en/about.ts";

/** What the app itself says about its limits and what it must not be used for. */
export function limits(): Part {
  return sections(0, 2);
}

/** What the app itself says about pictures and camera. */
export function privacy(): Part {
  const pictures = sections(2, 3);
  return { ...pictures, markdown: `${pictures.markdown}\n\n## The camera\n\n${live.privacy}` };
}

function sections(from: number, to: number): Part {
  const { models, defaultModel } = readManifest();
  const error = models.find(({ id }) => id === defaultModel)?.metrics[0]?.mae;
  const chosen = about.sections(error?.toFixed(1)).slice(from, to);
  const markdown = chosen.map(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs].join("\n\n"));
  return { source: SOURCE, markdown: markdown.join("\n\n") };
}
