import { SECURITY_HEADERS } from "../../../tools/security-headers.ts";
import type { Part } from "../markdown/parts.ts";

const SOURCE = "tools/security-headers.ts";

/** The response headers that the app is served with, as they are sent. */
export function headerLines(): Part {
  const lines = Object.entries(SECURITY_HEADERS.production).map(([name, value]) => `${name}: ${value}`);
  return { source: SOURCE, markdown: ["```http", ...lines, "```"].join("\n") };
}

/** The directives of the Content-Security-Policy as a table. */
export function policyTable(): Part {
  const directives = SECURITY_HEADERS.production["Content-Security-Policy"].split("; ").map((directive) => {
    const [name, ...sources] = directive.split(" ");
    return `| \`${name}\` | ${sources.map((source) => `\`${source}\``).join(" ")} |`;
  });
  return { source: SOURCE, markdown: ["| directive | what it lets in |", "|---|---|", ...directives].join("\n") };
}
