import type { ExplainText } from "../shape/explain.ts";

export const explain: ExplainText = {
  open: "Why this age?",
  methods: "How to look",
  quick: "At a glance",
  thorough: "By covering",
  quickMeaning: "The more orange, the more that part of the face speaks for this range of ages and against all others.",
  thoroughMeaning:
    "Each part of the face was covered in turn. The more orange, the less sure of this range the model became without it.",
  noQuick: "This model cannot show it at a glance, so each part of the face was covered in turn.",
  nothing: "No part stands out: the estimate rests on the face as a whole.",
  map: "The face in grey; parts that the estimate rests on are orange",
  working: "Covering the face piece by piece",
  covered: (done, total) => `${done} of ${total}`,
  curve:
    "The curve above is the model’s answer in full: the higher it is over an age, the likelier the model takes that age to be. The orange part holds the range; the line marks the middle of the curve.",
  groups: (groups) => `This model only knows groups of ages: ${groups}. The curve spreads each evenly over its years.`,
  overHeading: "Older than a certain age?",
  overAge: "Age",
  overShare: (share, age) => `The model gives ${share} to ${age} or older.`,
  overCaution:
    "This is how the model’s curve divides, not a proof of anybody’s age. People look older or younger than they are, so it must not decide about anyone.",
  refused: "What is wrong with the picture is named below; a better one may get an answer.",
};
