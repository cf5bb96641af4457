import { describe, expect, it } from "vitest";
import { advance, downloadedShare, NOTHING_YET, type Waiting } from "../store/waiting.ts";
import { en } from "../text/en/en.ts";
import { fr } from "../text/fr/fr.ts";
import { waitingText } from "./waiting-text.ts";

const program = (loadedBytes: number) =>
  ({ kind: "download", file: "detector-program", loadedBytes, totalBytes: 11_150_000 }) as const;
const model = (loadedBytes: number) =>
  ({ kind: "download", file: "age-model", loadedBytes, totalBytes: 1_850_000 }) as const;

function reported(...events: Parameters<typeof advance>[1][]): Waiting {
  return events.reduce(advance, NOTHING_YET);
}

describe("waiting", () => {
  it("names the download with most bytes left, and counts all of them", () => {
    const waiting = reported(program(4_100_000), model(1_850_000));
    expect(waitingText(en, waiting, "…")).toBe("Downloading the face detector’s program – 4.1 of 11.2 MB");
    expect(waitingText(fr, waiting, "…")).toBe(
      "Téléchargement\u00a0: programme du détecteur de visages – 4,1 sur 11,2 Mo",
    );
    expect(downloadedShare(waiting)).toBeCloseTo(5.95 / 13);
  });

  it("says what is being started once everything has arrived", () => {
    const waiting = reported(model(1_850_000), { kind: "start", part: "network" });
    expect(waitingText(en, waiting, "…")).toBe("Starting the age model");
    expect(downloadedShare(waiting)).toBeUndefined();
  });

  it("says what is done with the picture, and something else while nothing is known", () => {
    expect(waitingText(en, reported(program(1), { kind: "step", step: "detect" }), "…")).toBe("Looking for faces");
    expect(waitingText(en, NOTHING_YET, "Getting ready")).toBe("Getting ready");
  });
});
