const CSS = `
:host {
  display: block;
  position: relative;
  max-width: 100%;
  color: inherit;
  font-family: var(--age-lens-font, inherit);
}

:host([hidden]),
[hidden] {
  display: none !important;
}

[part="stage"] {
  position: relative;
  overflow: hidden;
  border-radius: var(--age-lens-radius, 0.25rem);
  background: #0d0f11;
}

[part="picture"] {
  display: block;
  width: 100%;
  height: auto;
}

video[part="picture"] {
  transform: scaleX(-1);
}

[part="faces"] {
  position: absolute;
  inset: 0;
  margin: 0;
  padding: 0;
  list-style: none;
}

[part="box"] {
  position: absolute;
  top: 0;
  left: 0;
  box-sizing: border-box;
  border: 2px solid var(--age-lens-box, #fff);
  border-radius: 2px;
  outline: 1px solid rgb(0 0 0 / 60%);
}

[part="box"]:focus-visible {
  z-index: 2;
  outline: 3px solid var(--age-lens-accent, #ff7a4d);
  outline-offset: 2px;
}

[part="box"]:hover {
  z-index: 1;
}

[part="label"] {
  position: absolute;
  top: -2px;
  left: -2px;
  display: flex;
  gap: calc(8px * var(--label-scale));
  align-items: baseline;
  justify-content: center;
  box-sizing: border-box;
  padding-inline: calc(6px * var(--label-scale));
  border-radius: 2px;
  background: var(--age-lens-label-background, #0d0f11);
  color: var(--age-lens-label-color, #fff);
  font-size: calc(13.5px * var(--label-scale));
  font-variant-numeric: tabular-nums;
  line-height: calc(28px * var(--label-scale));
  white-space: nowrap;
  pointer-events: none;
}

[part="label"] b {
  font-size: calc(22px * var(--label-scale));
  font-weight: 600;
}

[part="label"] span:empty,
[part="label"][data-short] span,
[part="label"][data-crowded] {
  display: none;
}

[part="box"]:is(:hover, :focus-visible) [part="label"] {
  display: flex;
}

[part="box"]:is(:hover, :focus-visible) [part="label"][data-short] span:not(:empty) {
  display: inline;
}

[part="bar"] {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1rem;
  align-items: center;
  justify-content: space-between;
}

[part="status"] {
  margin: 0.5rem 0;
  text-wrap: pretty;
}

[part="button"] {
  min-height: 2.75rem;
  margin-block: 0.5rem;
  padding: 0.5rem 1.125rem;
  border: 1px solid currentcolor;
  border-radius: var(--age-lens-radius, 0.25rem);
  background: transparent;
  color: inherit;
  font: inherit;
  font-weight: 560;
  cursor: pointer;
}

[part="button"]:focus-visible {
  outline: 3px solid var(--age-lens-accent, currentcolor);
  outline-offset: 3px;
}

.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
`;

let shared: CSSStyleSheet | undefined;

/** One style sheet for every element of the page; made by script, which strict security policies allow. */
export function styleSheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(CSS);
  }
  return shared;
}
