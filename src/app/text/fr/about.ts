import type { AboutText } from "../shape/about.ts";

export const about: AboutText = {
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
