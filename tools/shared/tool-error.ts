/** A failure that the user can mend: one sentence that says what is wrong and what to do. Printed without a stack. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}
