/** What a key does on the stage. */
export type StageAction =
  | "camera"
  | "other-camera"
  | "mirror"
  | "hold"
  | "next"
  | "previous"
  | "full-screen"
  | "reset"
  | "keys"
  | "leave";

/** A key and what it does; `sign` is how the list shows it. */
interface StageKey {
  readonly key: string;
  readonly sign: string;
  readonly action: StageAction;
}

/** Every key of the stage, in the order of the list; letters count in either case. */
export const STAGE_KEYS: readonly StageKey[] = [
  { key: "c", sign: "C", action: "camera" },
  { key: "v", sign: "V", action: "other-camera" },
  { key: "m", sign: "M", action: "mirror" },
  { key: " ", sign: " ", action: "hold" },
  { key: "ArrowRight", sign: "→", action: "next" },
  { key: "ArrowLeft", sign: "←", action: "previous" },
  { key: "f", sign: "F", action: "full-screen" },
  { key: "r", sign: "R", action: "reset" },
  { key: "h", sign: "H", action: "keys" },
  { key: "Escape", sign: "Escape", action: "leave" },
];

/** Presenters' remotes and habits: other keys that do the same. */
const ALSO: Readonly<Record<string, StageAction>> = { "?": "keys", PageDown: "next", PageUp: "previous" };

/** What a pressed key does; nothing together with keys that belong to the browser. */
export function stageAction(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return ALSO[key] ?? STAGE_KEYS.find((each) => each.key === key)?.action;
}
