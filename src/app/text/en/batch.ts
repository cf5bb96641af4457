import type { BatchText } from "../shape/batch.ts";

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** The batch in English. */
export const batch: BatchText = {
  welcome: {
    heading: "A whole folder at once",
    lead: "Hundreds of pictures, read one after the other on this device: every face, every age, and a table to take with you.",
    pick: "Choose pictures",
    folder: "Choose a folder",
    otherWays: "or drop them anywhere",
  },
  progress: {
    label: "Pictures read",
    running: "Reading pictures",
    paused: "Paused",
    done: "Done",
    unfinished: "Not all pictures are read",
    of: (total) => `of ${total}`,
    pause: "Pause",
    goOn: "Continue",
    cancel: "Cancel",
    searching: "Looking through what you chose",
  },
  timeLeft: {
    fewSeconds: "a few seconds left",
    seconds: (count) => `about ${count} seconds left`,
    minutes: (count) => `about ${counted(count, "minute", "minutes")} left`,
    hours: (count) => `about ${counted(count, "hour", "hours")} left`,
  },
  missing: {
    sentence: (count) =>
      `${counted(count, "picture has", "pictures have")} yet to be read, but the page was closed in between. What was read is still here.`,
    open: "Open the folder again",
    choose: "Choose the same pictures or folder again and the batch goes on where it was.",
  },
  summary: {
    faces: (count, pictures) => `${counted(count, "face", "faces")} in ${counted(pictures, "picture", "pictures")}`,
    median: (years) => `median age ${years}`,
    leftOut: (count) => `${counted(count, "other file was", "other files were")} left out: not a picture by its name.`,
    failed: (count) => `${counted(count, "picture", "pictures")} could not be read.`,
    retryAll: "Try again",
    histogram: (groups) =>
      groups.length === 0
        ? "No ages yet"
        : `Faces by age: ${groups.map(({ low, high, count }) => `${low} to ${high}: ${count}`).join(", ")}`,
    range: "Ages to show",
    youngest: "Youngest age",
    oldest: "Oldest age",
    rangeShown: (low, high) => `Shown: pictures with a face of ${low} to ${high}`,
  },
  exports: { label: "Take it with you", csv: "Save CSV", json: "Save JSON" },
  keep: {
    label: "Keep this batch in this browser",
    hint: "Names and results, never the pictures: so that it can go on after the page was closed. Clearing deletes them.",
  },
  clear: "Clear",
  add: "Add pictures",
  table: {
    label: "Pictures of the batch",
    search: "Find by name",
    filters: "Which pictures to show",
    states: { all: "All", faces: "With faces", "no-face": "No face", failed: "Failed", waiting: "Waiting" },
    columns: { name: "Picture", faces: "Faces", age: "Ages", spread: "Interval", quality: "Quality" },
    sort: "Sort by",
    waiting: "waiting",
    reading: "reading …",
    noFace: "no face found",
    open: (name) => `Open ${name}`,
    retry: (name) => `Try ${name} again`,
    good: "good",
    faults: (count) => counted(count, "flaw", "flaws"),
    empty: "No picture matches.",
  },
};
