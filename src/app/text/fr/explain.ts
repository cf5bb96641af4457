import type { ExplainText } from "../shape/explain.ts";

export const explain: ExplainText = {
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
