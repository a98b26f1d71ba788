import type { FieldBriefing } from "./field-briefings.ts";

/** Written for this test, like all of them: what they tell never happened. */
export const frenchBriefings: readonly FieldBriefing[] = [
  [
    "Choléra à Sake : quarante cas en une semaine",
    "Le centre de traitement de Sake a reçu quarante malades du choléra. Les bornes-fontaines du quartier Kaduki sont à sec.",
    ["cholera sake", "bornes-fontaines kaduki", "choléra quarnate cas"],
  ],
  [
    "Le bac de Kasindi reprend ses traversées",
    "Après deux mois d'arrêt, le bac relie de nouveau les deux rives. Le tarif des motos reste inchangé.",
    ["bac kasindi", "tarif motos travers"],
  ],
  [
    "Éboulement sur la route Sake – Kitchanga",
    "Un éboulement coupe la chaussée au kilomètre 14. Les camions de vivres attendent à Mushaki.",
    ["eboulement kichanga", "camions vivres mushaki", "kilomètre 14 chaussée"],
  ],
  [
    "Déplacement de ménages vers Kanyabayonga",
    "Mille deux cents ménages sont arrivés à Kanyabayonga. Les écoles servent d'abris pour la nuit.",
    ["deplacemnt kanyabayonga", "1200 ménages kanyab", "écoles abris nuit"],
  ],
  [
    "Marché de Masisi : le prix du haricot double",
    "Le kilo de haricot passe de 900 à 1 800 francs. Les commerçants accusent la pluie et la mauvaise route.",
    ["prix haricot masisi", "haricto francs"],
  ],
  [
    "Campagne de vaccination contre la rougeole à Walikale",
    "La campagne vise 32 500 enfants dans dix-huit aires de santé. La chaîne du froid tient grâce au solaire.",
    ["vaccination rougeole walikale", "32500 enfants", "chaine du froid solaire"],
  ],
  [
    "Pont de Mweso emporté par la crue",
    "La rivière a emporté le pont dans la nuit. Les piétons passent par une passerelle de bambou.",
    ["pont mweso", "passerelle bambou", "l'inondation du pont mweso crue"],
  ],
  [
    "Réunion de coordination à N'Djaména sur les semences",
    "Les participants venus de l'est comparent les variétés de maïs à cycle court.",
    ["ndjamena semences", "n'djaména", "maïs cycle court"],
  ],
  [
    "Lac Édouard : la pêche ouvre à Vitshumbi",
    "Les filets sont mesurés au débarcadère. Le poisson fumé part vers Butembo.",
    ["peche vitshumbi", "poisson fumé butem"],
  ],
  [
    "Éruption du Nyiragongo : bilan des abris",
    "Trois cents abris ont été refaits depuis le 22 mai 2021. Il manque des tôles à Buhene.",
    ["nyiragongo abris", "22 mai 2021", "tôles buhene"],
  ],
  [
    "Rentrée scolaire à Oicha malgré la pluie",
    "Onze écoles sur quatorze ont rouvert. Les manuels manquent en quatrième année.",
    ["rentree oicha", "manuels quatrieme anné"],
  ],
  [
    "Paludisme : rupture de stock d'artémisinine à Pinga",
    "L'hôpital général n'a plus de traitement depuis lundi. Une moto part de Kitchanga avec deux cartons.",
    ["paludisme pinga", "artemisinine", "rupture stok pinga"],
  ],
  [
    "Fièvre aphteuse : barrière sanitaire à Lubero",
    "Les troupeaux ne passent plus le pont de la Luhule. Les éleveurs demandent du désinfectant.",
    ["fievre aphteuse", "troupeaux luhule"],
  ],
  [
    "Coupure d'électricité à Butembo : la centrale d'Ivugha à l'arrêt",
    "Une turbine est en panne. Les meuniers travaillent au gasoil.",
    ["electricite butembo", "turbine ivuga", "meuniers gasoil"],
  ],
  [
    "Distribution de kits d'hygiène à Minova",
    "Deux mille kits avec savon, seau et pastilles de chlore ont été remis au port.",
    ["kits hygiene minova", "savon seau chlore"],
  ],
  [
    "Naufrage évité sur le lac Kivu",
    "La pirogue surchargée a été remorquée à Kituku. Les quarante passagers sont saufs.",
    ["naufrage kivu", "pirogue kituku"],
  ],
  [
    "Chenilles légionnaires dans les champs de Rutshuru",
    "Les chenilles ont mangé un tiers du maïs. Les agronomes montrent le piégeage à la cendre.",
    ["chenilles légionnaires", "piegage cendre rutshuru"],
  ],
  [
    "Piste d'atterrissage de Walikale remise en état",
    "La piste accepte de nouveau les petits porteurs. Les herbes ont été coupées par les habitants.",
    ["piste atterissage walikale", "petits porteurs"],
  ],
  [
    "Formation de sages-femmes à Kirumba",
    "Vingt-quatre sages-femmes ont suivi dix jours de cours sur les urgences obstétricales.",
    ["sages-femmes kirumba", "urgences obstetricales"],
  ],
  [
    "Source d'eau captée à Kibumba",
    "Le captage donne huit litres à la minute. Une clôture éloigne les chèvres.",
    ["captage kibumba", "cloture chèvres"],
  ],
  [
    "Panne du réseau téléphonique à Mutwanga",
    "L'antenne est sans carburant depuis samedi. Les messages partent par la radio communautaire.",
    ["reseau telephonique mutwanga", "antenne carburant radio"],
  ],
  [
    "Cantine scolaire : huile et farine livrées à Kiwanja",
    "Quarante tonnes de farine enrichie et six tonnes d'huile sont entrées au dépôt.",
    ["cantine kiwanja", "farine enrichie"],
  ],
  [
    "Dépistage de la malnutrition à Bambo",
    "Sur 640 enfants mesurés, 71 ont un périmètre brachial dans le rouge.",
    ["malnutrition bambo", "perimetre brachial"],
  ],
  [
    "Vol de panneaux solaires au centre de santé de Tongo",
    "Quatre panneaux ont disparu. Les accouchements se font à la lampe torche.",
    ["panneaux solaires tongo", "accouchement lampe"],
  ],
  [
    "Incendie au marché Kadohwa",
    "Le feu a pris dans un dépôt de braise. Cent vingt étals sont détruits.",
    ["incendie kadowha", "etals braise"],
  ],
  [
    "Réfection de la RN2 entre Goma et Rutshuru",
    "Les engins nivellent douze kilomètres. Le passage des bus est réduit à une voie.",
    ["rn2 goma", "refection rn2 bus"],
  ],
  [
    "Recensement des puits de Nyanzale",
    "Dix-neuf puits sur trente donnent une eau trouble. Les pompes à main manquent de joints.",
    ["puits nyanzale", "pompes joints"],
  ],
  [
    "Théâtre participatif contre les rumeurs à Beni",
    "La troupe joue dans huit quartiers. Après la pièce, un infirmier répond aux questions.",
    ["theatre rumeurs beni", "troupe infirmier"],
  ],
  [
    "Rage : chiens vaccinés à Himbi",
    "Trois cent dix chiens ont reçu le vaccin antirabique au rond-point.",
    ["rage chiens himbi", "antirabique"],
  ],
  [
    "Coopérative de café d'Ishasha : première récolte lavée",
    "La station de lavage a traité onze tonnes de cerises. La prime sera versée en août.",
    ["cafe ishasha", "station lavage cerises"],
  ],
  [
    "Tri des déchets à Virunga",
    "Les femmes du quartier font du compost et vendent le plastique au poids.",
    ["tri dechets compost"],
  ],
  [
    "Pluies tardives : semis retardés à Bashali",
    "Les paysans attendent la deuxième quinzaine d'octobre pour semer.",
    ["semis bashali", "quinzaine octobre paysans", "pluie tardive semi"],
  ],
  [
    "Atelier de menuiserie pour jeunes à Katale",
    "Vingt apprentis fabriquent des bancs d'école.",
    ["menuiserie katale", "aprentis bancs"],
  ],
  [
    "Inondation à Kasika",
    "L'eau est montée jusqu'aux fenêtres. Les matelas sèchent sur les toits.",
    ["inondation kasika", "matelas toits fenetr"],
  ],
  [
    "Contrôle des poids au poste de Kanyaru",
    "La bascule est juste depuis qu'elle a été étalonnée.",
    ["bascule etalonnee"],
  ],
  [
    "Clinique dentaire mobile à Luotu",
    "Deux dentistes ont soigné cent quatre-vingts patients.",
    ["dentaire luotu", "clinique dentistes pateints"],
  ],
  ["Afflux de pèlerins à Lwanga", "Le marché reste ouvert la nuit pendant la fête.", ["pelerins lwanga"]],
  [
    "Enquête sur le bois de chauffe à Mweso",
    "Un foyer amélioré économise la moitié du bois.",
    ["bois de chauffe", "foyer ameliore"],
  ],
  [
    "Banque de sang : appel aux donneurs O négatif",
    "L'hôpital de Kyeshero n'a plus que trois poches.",
    ["banque de sang", "donneurs poches kyeshero"],
  ],
  [
    "Tempête de grêle sur Mangina",
    "Les bananiers sont hachés. Des bâches arrivent d'ici deux jours.",
    ["grele mangina", "bananiers hachés bach"],
  ],
  [
    "Lampadaires solaires à Majengo",
    "Cinquante lampadaires éclairent l'avenue du stade.",
    ["lampadaires majengo", "avenue stade"],
  ],
  [
    "Rats dans les greniers de Musienene",
    "Les pièges en boîte de conserve marchent le mieux.",
    ["rats greniers", "pieges conserve"],
  ],
  [
    "Horaires du bureau de poste de Bunia",
    "Les colis se retirent le matin seulement.",
    ["bureau poste bunia", "colis matin"],
  ],
  [
    "Football : tournoi des quartiers à Nyamilima",
    "La finale oppose les pêcheurs aux enseignants.",
    ["tournoi nyamilima", "finale pecheurs enseignants"],
  ],
];
