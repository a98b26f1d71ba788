import { type Random, seededRandom } from "./random.ts";

export type CorpusLanguage = "fr" | "en" | "sw";

/** Words of one language, commonest first. The first `functionWords` of them carry no meaning of their own. */
export interface Vocabulary {
  readonly language: CorpusLanguage;
  readonly words: readonly string[];
  readonly functionWords: number;
}

interface Recipe {
  readonly size: number;
  readonly functionWords: string;
  readonly fieldWords: string;
  readonly onsets: string;
  readonly vowels: string;
  readonly codas: string;
  readonly endings: string;
}

const places =
  "Goma Sake Masisi Kitchanga Walikale Pinga Kalembe Rutshuru Kiwanja Bunagana Beni Butembo Lubero Oicha Kirumba " +
  "Kibumba Kanyabayonga Mweso Nyiragongo Mugunga Minova Rubaya Nyanzale Kayna Mangurejipa Kasindi Mutwanga Eringeti " +
  "Bambo Tongo Katale Kibirizi Ishasha Vitshumbi Kilambo Mutongo Ntoto Ndjingala Biruwe Kashebere";

// Real small words and field words, then words built from syllables: as many forms as a library of years has.
const recipes: Readonly<Record<CorpusLanguage, Recipe>> = {
  fr: {
    size: 44_000,
    functionWords:
      "de la le et les des en du à dans un que une est par pour sur qui au a plus pas sont avec ce il ont se été ne " +
      "cette ou aux ces leur mais son entre après depuis deux sous selon vers être comme elle nous ils sans fait même " +
      "où trois lors avant ainsi encore leurs tout dont aussi contre",
    fieldWords:
      "population déplacés sécurité santé accès territoire ménages eau santé école route évaluation réunion besoins " +
      "protection distribution marché pont pluie choléra rougeole hôpital autorités comité semaine mission équipe camp " +
      "village axe véhicule assistance nutrition vivres abri retournés mouvement alerte éboulement récolte",
    onsets: "b bl br c ch cl cr d dr f fl fr g gl gr j l m n p pl pr qu r s st t tr v",
    vowels: "a e i o u é è ai au ou on an en in ê ô oi eu",
    codas: "_ _ _ r l s t n c m",
    endings: "er é ée ement tion eur euse age ité ique ance able ir oir elle ette eux al aire iste",
  },
  en: {
    size: 34_000,
    functionWords:
      "the of and to in a is that for was on are with as by at from has were have an be it this which or had their " +
      "not been they after who will more also its since two between over into about under while no than some all " +
      "during where other when there three before according",
    fieldWords:
      "people displaced security health access territory households water food school road assessment meeting needs " +
      "protection distribution market bridge rain cholera measles hospital authorities committee week mission team camp " +
      "village axis vehicle assistance nutrition shelter returnees movement alert landslide harvest convoy clinic",
    onsets: "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr r s sh sk sl st str t th tr v w wh",
    vowels: "a e i o u ea ee ou ai oa y oo",
    codas: "_ _ n r l t d k m p st nd ck ng ss",
    endings: "ing ed er ness tion ment able ly ship al ive ity age ance ous ful",
  },
  sw: {
    size: 24_000,
    functionWords:
      "na ya wa kwa ni katika za la kuwa hii cha baada hiyo pia watu huo lakini yake wakati zaidi ambao hadi kama " +
      "hapo bila kati wote sana mwa hilo vya moja mbili tatu kabla tangu",
    fieldWords:
      "wakimbizi usalama afya barabara kijiji mvua chakula maji shule soko daraja kituo hospitali mkutano mahitaji " +
      "ulinzi ugawaji kambi gari msaada lishe makazi tahadhari mavuno familia watoto wanawake safari ripoti wiki",
    onsets: "b ch d dh f g h j k kw l m mb mw n nd ng ng' ny nj p r s sh t th v w y z mp",
    vowels: "a e i o u a i u",
    codas: "_ _ _ _ _ _",
    endings: "sha wa ni ka na lia ana isho uzi ishi eza ika aji",
  },
};

const firstOfLanguage: Readonly<Record<CorpusLanguage, number>> = { fr: 11, en: 22, sw: 33 };

export function vocabularyOf(language: CorpusLanguage): Vocabulary {
  const recipe = recipes[language];
  const random = seededRandom(firstOfLanguage[language]);
  const functionWords = recipe.functionWords.split(" ");
  const words = new Set(functionWords);
  const functionWordCount = words.size;
  for (const word of [...recipe.fieldWords.split(" "), ...places.split(" ")]) words.add(word);
  const build = syllableWords(recipe, random);
  while (words.size < recipe.size) words.add(build(words.size));
  return { language, words: [...words], functionWords: functionWordCount };
}

/** Rarer words are longer, as in every language. */
function syllableWords(recipe: Recipe, random: Random): (rank: number) => string {
  const [onsets, vowels, codas, endings] = [recipe.onsets, recipe.vowels, recipe.codas, recipe.endings].map((list) =>
    list.split(" ").map((sound) => (sound === "_" ? "" : sound)),
  ) as [string[], string[], string[], string[]];
  return (rank) => {
    const syllables = 1 + (rank > 400 ? 1 : 0) + (random.next() < Math.min(0.6, rank / 20_000) ? 1 : 0);
    let word = random.next() < 0.25 ? random.pick(vowels) : "";
    for (let i = 0; i < syllables; i++) word += random.pick(onsets) + random.pick(vowels) + random.pick(codas);
    return word + random.pick(endings);
  };
}
