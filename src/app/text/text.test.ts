import { describe, expect, it } from "vitest";
import { de } from "./de/de.ts";
import { en } from "./en/en.ts";
import { formatInterval, wholeYears } from "./format.ts";
import { fr } from "./fr/fr.ts";
import { chooseLanguage, LANGUAGE_CODES, LANGUAGES } from "./languages.ts";

describe("chooseLanguage", () => {
  it("takes the first language that the page speaks, else English", () => {
    expect(chooseLanguage(["it-CH", "fr-CH", "en"])).toBe("fr");
    expect(chooseLanguage(["DE-at", "en"])).toBe("de");
    expect(chooseLanguage(["en-AU", "fr"])).toBe("en");
    expect(chooseLanguage(["it"])).toBe("en");
    expect(chooseLanguage(["toString", "__proto__"])).toBe("en");
    expect(chooseLanguage([])).toBe("en");
  });
});

/** Names of people and of file formats are the same everywhere. */
const SEVERAL_WORDS = /\p{Ll}{3,} \p{Ll}{3,}/u;

describe.each(LANGUAGE_CODES)("%s", (code) => {
  it("loads the sentences of its own folder", async () => {
    const text = await LANGUAGES[code].load();
    expect(text.locale).toBe(code);
    expect(text.documentTitle).toContain("AgeLens");
  });

  it("has no sentence that is empty, and none that is another language's", async () => {
    const [own, english] = await Promise.all([LANGUAGES[code].load(), LANGUAGES.en.load()]);
    const sentences = sentencesOf(own);
    for (const [path, sentence] of sentences) expect(sentence.trim(), path).not.toBe("");
    const inEnglish = sentencesOf(english);
    const same = [...sentences].filter(([path, text]) => text === inEnglish.get(path) && SEVERAL_WORDS.test(text));
    if (code !== "en") expect(same.map(([path]) => path)).toEqual([]);
  });
});

/** Every fixed sentence by where it is, and what its functions say when they are given ones. */
function sentencesOf(part: object, at = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(part) as [string, unknown][]) {
    const path = `${at}/${key}`;
    if (typeof value === "string") found.set(path, value);
    else if (typeof value === "object" && value !== null)
      for (const [deeper, sentence] of sentencesOf(value, path)) found.set(deeper, sentence);
  }
  return found;
}

it("says what an interval promises, as tenths where it can", () => {
  expect(en.photo.share(0.8)).toBe("8\u00a0in\u00a010 faces");
  expect(en.photo.share(0.85)).toBe("85% of faces");
  expect(fr.photo.share(0.9)).toBe("9\u00a0visages sur\u00a010");
  expect(de.photo.promise(de.photo.share(0.9))).toBe(
    "In unseren Tests lag das wahre Alter bei 9\u00a0von\u00a010 Gesichtern in einem solchen Bereich.",
  );
  expect(de.photo.share(0.85)).toBe("85\u00a0% der Gesichter");
});

it("rounds intervals without losing a whole age that lies inside", () => {
  expect(wholeYears({ low: 27.6, high: 41.4, level: 0.8 })).toEqual({ low: 28, high: 41 });
  expect(formatInterval({ low: 28, high: 41 })).toBe("28–41");
  expect(formatInterval({ low: 0, high: 0 })).toBe("0");
});

it("speaks of one year and of none", () => {
  expect([0, 1, 2].map(en.photo.years)).toEqual(["0 years", "1 year", "2 years"]);
  expect([0, 1, 2].map(fr.photo.years)).toEqual(["0 an", "1 an", "2 ans"]);
  expect([0, 1, 2].map(de.photo.years)).toEqual(["0 Jahre", "1 Jahr", "2 Jahre"]);
});

it("counts in German with the right cases and separators", () => {
  expect(de.batch.summary.faces(1, 1)).toBe("1 Gesicht auf 1 Bild");
  expect(de.batch.summary.faces(1200, 340)).toBe("1.200 Gesichter auf 340 Bildern");
  expect(de.batch.summary.failed(1)).toBe("1 Bild konnte nicht ausgewertet werden.");
  expect(de.batch.missing.sentence(2)).toMatch(/^2 Bilder sind noch nicht ausgewertet/);
});
