import { defineText } from "../text/define-text.ts";

/** The words of an explanation. */
interface ExplainText {
  readonly open: string;
  readonly methods: string;
  readonly quick: string;
  readonly thorough: string;
  readonly quickMeaning: string;
  readonly thoroughMeaning: string;
  readonly noQuick: string;
  readonly nothing: string;
  readonly map: string;
  readonly working: string;
  readonly covered: (done: number, total: number) => string;
  readonly curve: string;
  readonly groups: (groups: string) => string;
  readonly overHeading: string;
  readonly overAge: string;
  readonly overShare: (share: string, age: number) => string;
  readonly overCaution: string;
  readonly refused: string;
}

const en: ExplainText = {
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

const fr: ExplainText = {
  open: "Pourquoi cet âge\u00a0?",
  methods: "Façon de regarder",
  quick: "D’un coup d’œil",
  thorough: "En cachant",
  quickMeaning:
    "Plus c’est orange, plus cette partie du visage parle pour cette tranche d’âges et contre toutes les autres.",
  thoroughMeaning:
    "Chaque partie du visage a été cachée tour à tour. Plus c’est orange, moins le modèle était sûr de cette tranche sans elle.",
  noQuick:
    "Ce modèle ne peut pas le montrer d’un coup d’œil\u00a0: chaque partie du visage a donc été cachée tour à tour.",
  nothing: "Aucune partie ne ressort\u00a0: l’estimation repose sur le visage entier.",
  map: "Le visage en gris\u00a0; les parties sur lesquelles repose l’estimation sont orange",
  working: "Le visage est caché morceau par morceau",
  covered: (done, total) => `${done} sur ${total}`,
  curve:
    "La courbe ci-dessus est la réponse complète du modèle\u00a0: plus elle est haute au-dessus d’un âge, plus le modèle le juge probable. La partie orange contient la tranche\u00a0; le trait marque le milieu de la courbe.",
  groups: (groups) =>
    `Ce modèle ne connaît que des groupes d’âges\u00a0: ${groups}. La courbe répartit chacun également sur ses années.`,
  overHeading: "Plus vieux qu’un certain âge\u00a0?",
  overAge: "Âge",
  overShare: (share, age) => `Le modèle donne ${share} à ${age} ans ou plus.`,
  overCaution:
    "C’est ainsi que la courbe du modèle se partage, et non une preuve de l’âge de quelqu’un. On peut paraître plus vieux ou plus jeune que son âge\u00a0: cela ne doit décider de rien pour personne.",
  refused: "Ce qui ne va pas avec la photo est dit plus bas\u00a0; une meilleure photo peut obtenir une réponse.",
};

export const useExplainText = defineText({ en, fr });
