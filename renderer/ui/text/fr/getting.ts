import type { GettingText } from "../en/getting.ts";
import { pluralsIn } from "../plurals.ts";

const plural = pluralsIn("fr");

export const getting: GettingText = {
  offer: {
    linkAnswers: (facts) => `Réseau : ${facts}`,
    longAgo: (facts) => `À récupérer : ${facts}`,
    sources: (count) => plural(count, { one: "# source", many: "# de sources", other: "# sources" }),
    about: (bytes) => `environ ${bytes}`,
    atLeast: (bytes) => `au moins ${bytes}`,
    sizeUnknown: "taille encore inconnue",
    minutes: (count) => plural(count, { one: "environ # min", many: "environ # min", other: "environ # min" }),
    get: "Récupérer",
    getAll: (sources) => `Récupérer : ${sources}`,
    always: "Toujours",
    alwaysMeans: "Toujours : chaque heure, quand il y a du réseau",
    dismiss: "Pas maintenant",
  },
  paused: "Rien n’est récupéré tout seul : vous l’avez arrêté. « Récupérer » relance.",
  metered: "Ce réseau se paie au volume : rien n’est récupéré tout seul. « Récupérer » marche toujours.",
  section: "Récupération",
  when: "Quand récupérer",
  modes: {
    ask: "Me demander",
    manual: "Seulement quand j’appuie sur « Récupérer »",
    "every-30-min": "Toutes les 30 minutes",
    "every-hour": "Toutes les heures",
    "every-6-hours": "Toutes les 6 heures",
    "every-12-hours": "Toutes les 12 heures",
    "every-24-hours": "Une fois par jour",
  },
  askHint:
    "Quand le dernier passage date de plus de 3 heures, une de vos sources est interrogée de temps en temps pour savoir s’il y a du réseau. Cela prend quelques kilo-octets, comptés plus bas.",
  manualHint: "Rien ne part tout seul, pas même un second essai.",
  timedHint: "Dès qu’il y a du réseau. Seules vos sources sont interrogées.",
  next: (when) => `Prochaine fois : ${when}.`,
  onMetered: "Aussi sur un réseau payé au volume",
  onMeteredHint: "Seulement si cet ordinateur le sait (« connexion limitée »). Sinon, ce choix ne change rien.",
  used: "Données consommées",
  thisMonth: "Ce mois-ci",
  lastMonth: "Le mois dernier",
  source: "Source",
  total: "En tout",
  lookedAt: "Adresses regardées",
  removed: "Sources retirées",
  nothingUsed: "Rien n’est venu par le réseau, ni ce mois-ci ni le mois dernier.",
  usedHint:
    "Tout ce qui est venu par le réseau, réponses sans nouveauté et essais ratés compris. Ce que ceux-ci ont coûté depuis le dernier enregistrement manque si la bibliothèque doit être remise en ordre.",
};
