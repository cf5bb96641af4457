import type { AboutText } from "../shape/about.ts";

export const about: AboutText = {
  heading: "About AgeLens",
  lead: "AgeLens says how old faces look, and how sure it is. Everything happens on your device.",
  stepsHeading: "How it works",
  steps: [
    ["Detect", "A small network searches the picture for faces, then looks at each again, close and upright."],
    ["Align", "Eyes, nose and mouth place a square of 144 by 144 pixels around the face."],
    ["Measure", "Sharpness, light, contrast, noise, size and pose are measured on that square."],
    ["Estimate", "A network of under a million numbers gives every age from 0 to 100 a probability."],
    [
      "Say so",
      "The middle of that curve is the age. The range was set so that it held the true age of most test faces.",
    ],
  ],
  sections: (error) => [
    {
      heading: "Limits",
      paragraphs: [
        "AgeLens reads how old a face looks in one picture. Light, angle, make-up, glasses, a smile or a filter change that.",
        `It is off by ${error ?? "several"} years on average on the test pictures, less for children and more for old people, who tend to come out too young. Errors differ between groups of people: the model cards below say by how much.`,
        "The ranges keep their promise on pictures like those of the tests. On very different pictures they may hold less often.",
      ],
    },
    {
      heading: "What not to use it for",
      paragraphs: [
        "Do not decide about people with it: not whether someone may buy, enter, work, travel or be believed. It is no proof of age.",
        "Do not use it on people who have not agreed, or to find out who somebody is.",
      ],
    },
    {
      heading: "Your pictures",
      paragraphs: [
        "Pictures stay in this browser’s memory and are gone when you close the page. Nothing is sent anywhere; the server cannot see them. Only your choices (language, model, second reading) are kept for your next visit, on this device, and a batch’s results where you ask for it.",
      ],
    },
  ],
  modelsHeading: "Models and their cards",
  modelsLead: "Each card says what a model was trained on, how it was tested, and how wrong it is for whom.",
  licencesHeading: "Licences",
  licencesLead: "What AgeLens is made of, with the terms of each part.",
  licences: { page: "The page", engine: "The engine", samples: "Sample pictures" },
};
