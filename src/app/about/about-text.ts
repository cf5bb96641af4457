import { defineText } from "../text/define-text.ts";

interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** The words about AgeLens itself. */
interface AboutText {
  readonly heading: string;
  readonly lead: string;
  readonly stepsHeading: string;
  /** What happens to a picture, step by step: a name and a sentence. */
  readonly steps: readonly (readonly [name: string, sentence: string])[];
  /** `error` is the mean absolute error of the page's own model in years, once it is known. */
  readonly sections: (error: string | undefined) => readonly Section[];
  readonly modelsHeading: string;
  readonly modelsLead: string;
  readonly licencesHeading: string;
  readonly licencesLead: string;
  readonly licences: Readonly<Record<"page" | "engine" | "samples", string>>;
}

const en: AboutText = {
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

const fr: AboutText = {
  heading: "À propos d’AgeLens",
  lead: "AgeLens dit quel âge font les visages, et à quel point c’est sûr. Tout se passe sur votre appareil.",
  stepsHeading: "Comment ça marche",
  steps: [
    ["Détecter", "Un petit réseau cherche les visages sur la photo, puis regarde chacun de près et d’aplomb."],
    ["Aligner", "Les yeux, le nez et la bouche placent un carré de 144 pixels sur 144 autour du visage."],
    ["Mesurer", "Netteté, lumière, contraste, bruit, taille et pose sont mesurés sur ce carré."],
    ["Estimer", "Un réseau de moins d’un million de nombres donne une probabilité à chaque âge de 0 à 100 ans."],
    [
      "Le dire",
      "Le milieu de cette courbe est l’âge. La tranche a été réglée pour contenir l’âge réel de la plupart des visages de test.",
    ],
  ],
  sections: (error) => [
    {
      heading: "Limites",
      paragraphs: [
        "AgeLens lit l’âge qu’un visage semble avoir sur une photo. Lumière, angle, maquillage, lunettes, sourire ou filtre le changent.",
        `Il se trompe de ${error ?? "plusieurs"} ans en moyenne sur les photos de test, moins pour les enfants et plus pour les personnes âgées, qui paraissent souvent trop jeunes. Les erreurs diffèrent selon les groupes de personnes\u00a0: les fiches ci-dessous disent de combien.`,
        "Les tranches tiennent leur promesse sur des photos comme celles des tests. Sur des photos très différentes, elles peuvent la tenir moins souvent.",
      ],
    },
    {
      heading: "À ne pas en faire",
      paragraphs: [
        "Ne décidez de rien pour personne avec lui\u00a0: ni achat, ni entrée, ni emploi, ni voyage, ni parole mise en doute. Ce n’est pas une preuve d’âge.",
        "Ne l’utilisez pas sur des personnes qui n’ont pas donné leur accord, ni pour savoir qui est quelqu’un.",
      ],
    },
    {
      heading: "Vos photos",
      paragraphs: [
        "Les photos restent dans la mémoire de ce navigateur et disparaissent quand vous fermez la page. Rien n’est envoyé nulle part\u00a0; le serveur ne peut pas les voir. Seuls vos choix (langue, modèle, seconde lecture) sont gardés pour votre prochaine visite, sur cet appareil, et les résultats d’un lot si vous le demandez.",
      ],
    },
  ],
  modelsHeading: "Les modèles et leurs fiches",
  modelsLead:
    "Chaque fiche (en anglais) dit sur quoi un modèle a été entraîné, comment il a été testé, et de combien il se trompe pour qui.",
  licencesHeading: "Licences",
  licencesLead: "De quoi AgeLens est fait, avec les conditions de chaque partie.",
  licences: { page: "La page", engine: "Le moteur", samples: "Photos d’exemple" },
};

export const useAboutText = defineText({ en, fr });
