import type { FailuresText } from "../failure-sentence.ts";
import { fileFailures } from "./file-failures.ts";

const kept = "Ulivyo navyo tayari vimebaki salama.";
const nothingAdded = "Hakuna kilichoongezwa wala kubadilishwa.";
const nothingDeleted = "Hakuna kilichofutwa.";
const onPage = (host: string | null) => (host === null ? "" : ` wa ${host}`);

export const failures: FailuresText = {
  "no-link": () => ({ what: "Hakuna mtandao.", safe: kept, next: "Jaribu tena mtandao ukirudi." }),
  "name-not-found": ({ host }) => ({
    what: `Mtandao haujui ${host}.`,
    safe: kept,
    next: "Angalia anwani, au jaribu tena baadaye.",
  }),
  refused: ({ host }) => ({ what: `${host} imekataa muunganisho.`, safe: kept, next: "Jaribu tena baadaye." }),
  timeout: ({ phase, seconds }, { duration }) => {
    const waited = duration(seconds * 1000);
    const what = {
      connect: `Hakuna muunganisho baada ya ${waited}.`,
      "first-byte": `Tovuti haikujibu baada ya ${waited}.`,
      idle: `Hakuna kilichofika kwa ${waited}.`,
      total: `Kupokea kumezidi ${waited}.`,
    }[phase];
    return { what, safe: kept, next: "Jaribu tena mtandao ukiwa mzuri zaidi." };
  },
  certificate: ({ host }) => ({
    what: `${host} haiwezi kuonyesha kwamba ni yenyewe.`,
    safe: "Hakuna kilicholetwa.",
    next: "Angalia tarehe ya kompyuta hii. Ikiwa ni sawa, huenda mtu anasikiliza: tumia mtandao mwingine.",
  }),
  "insecure-address": ({ host }) => ({
    what: `${host} haina muunganisho uliolindwa: wengine njiani wanaweza kusoma na kubadilisha kinachokuja.`,
    safe: "Hakuna kilicholetwa.",
    next: "Tumia anwani yenye https, au ruhusu hii kwa kusudi.",
  }),
  "local-address": ({ host }) => ({
    what: `${host} ni anwani ya mtandao wa ndani.`,
    safe: "Hakuna kilicholetwa.",
    next: "Ikiwa ni ya timu yenu, iruhusu.",
  }),
  "own-address": () => ({
    what: "Hii ni anwani ya programu hii yenyewe.",
    safe: "Hakuna kilicholetwa.",
    next: "Andika anwani ya chanzo.",
  }),
  "bad-address": ({ address }) => ({
    what: address === "" ? "Hakuna anwani." : `“${address}” si anwani ya wavuti.`,
    safe: nothingAdded,
    next: "Anwani hufanana na https://example.org/feed.",
  }),
  "too-many-redirects": ({ limit }, { count }) => ({
    what: `Tovuti imetuelekeza kwingine zaidi ya mara ${count(limit)}.`,
    safe: kept,
    next: "Angalia anwani kwenye ukurasa wa chanzo.",
  }),
  "http-status": ({ status, host }) => ({
    what:
      status === 404 || status === 410
        ? `${host} haina kitu kwenye anwani hii (${status}).`
        : `${host} imejibu kwa kosa (${status}).`,
    safe: kept,
    next: status >= 500 ? "Shida iko kwao: jaribu tena baadaye." : "Angalia anwani kwenye ukurasa wa chanzo.",
  }),
  "too-large": ({ limit }, { bytes }) => ({
    what: `Ni kubwa kuliko ${bytes(limit)}.`,
    safe: kept,
    next: "Tafuta mlisho mdogo zaidi wa chanzo hiki.",
  }),
  "expands-too-much": () => ({
    what: "Jibu linavimba kupita ukubwa wake, kama mtego.",
    safe: kept,
    next: "Acha anwani hii, au uliza chanzo.",
  }),
  "unreadable-encoding": ({ encoding }) => ({
    what: `Jibu limefungwa kwa njia ambayo programu hii haijui (${encoding}).`,
    safe: kept,
    next: "Tafuta mlisho mwingine wa chanzo hiki.",
  }),
  "connection-cut": ({ received }, { bytes }) => ({
    what: `Muunganisho umekatika baada ya ${bytes(received)}.`,
    safe: "Vilivyofika vikiwa kamili vimehifadhiwa.",
    next: "Leta habari mpya tena mtandao ukirudi.",
  }),
  cancelled: () => ({
    what: "Imesimamishwa.",
    safe: "Vilivyofika vikiwa kamili vimehifadhiwa.",
    next: "Unaweza kuanza tena wakati wowote.",
  }),
  "empty-document": () => ({ what: "Jibu lilikuwa tupu.", safe: kept, next: "Jaribu tena baadaye." }),
  "login-page": ({ host }) => ({
    what: `Ukurasa wa kuingia${onPage(host)} umefika badala ya chanzo.`,
    safe: kept,
    next: "Fungua kivinjari, ingia kwenye mtandao, kisha jaribu tena.",
  }),
  "bot-wall": ({ host }) => ({
    what: `Ukurasa${onPage(host)} unaozuia programu umefika badala ya chanzo.`,
    safe: kept,
    next: "Jaribu tena baadaye, au kwa mtandao mwingine.",
  }),
  "error-page": ({ host }) => ({
    what: `Ukurasa wa kosa${onPage(host)} umefika badala ya chanzo.`,
    safe: kept,
    next: "Jaribu tena baadaye.",
  }),
  "web-page": ({ title }) => ({
    what: title === "" ? "Huu ni ukurasa wa wavuti, si mlisho." : `Huu ni ukurasa wa wavuti “${title}”, si mlisho.`,
    safe: kept,
    next: "Tafuta anwani ya mlisho kwenye ukurasa huo.",
  }),
  "broken-feed": () => ({
    what: "Mlisho huu umeharibika: hakuna habari iliyosomeka.",
    safe: kept,
    next: "Jaribu tena baadaye, au julisha chanzo.",
  }),
  "not-a-feed": () => ({
    what: "Hakuna mlisho kwenye anwani hii.",
    safe: kept,
    next: "Angalia anwani kwenye ukurasa wa chanzo.",
  }),
  "entity-bomb": () => ({
    what: "Faili hii imetengenezwa ili kukwamisha anayeisoma.",
    safe: kept,
    next: "Acha anwani hii, au uliza chanzo.",
  }),

  "empty-file": () => ({ what: "Faili ni tupu.", safe: nothingAdded, next: "Iombe tena." }),
  "binary-file": () => ({
    what: "Faili haina maandishi, hata kama jina lake linasema hivyo.",
    safe: nothingAdded,
    next: "Iombe kama maandishi.",
  }),
  "unsupported-file": ({ extension }) => ({
    what: extension === "" ? "Aina hii ya faili haisomeki bado." : `Faili za “${extension}” hazisomeki bado.`,
    safe: nothingAdded,
    next: "Faili za PDF, Word, OpenDocument, barua pepe, maandishi, Markdown na HTML zinasomeka. Au nakili maandishi uyabandike.",
  }),
  "article-not-found": () => ({
    what: "Ukurasa hauna makala inayosomeka.",
    safe: kept,
    next: "Fungua ukurasa kwenye kivinjari.",
  }),
  "article-too-short": () => ({
    what: "Ukurasa hauna zaidi ya dondoo.",
    safe: kept,
    next: "Fungua ukurasa kwenye kivinjari.",
  }),
  "article-other": () => ({
    what: "Ukurasa unazungumzia jambo lingine.",
    safe: kept,
    next: "Fungua ukurasa kwenye kivinjari.",
  }),
  "not-a-list": () => ({
    what: "Hii si orodha ya vyanzo (OPML).",
    safe: nothingAdded,
    next: "Omba orodha itolewe tena.",
  }),
  "broken-list": () => ({
    what: "Orodha hii ya vyanzo imeharibika au haijakamilika.",
    safe: nothingAdded,
    next: "Omba faili tena.",
  }),
  "empty-list": () => ({
    what: "Orodha hii haina chanzo chochote.",
    safe: nothingAdded,
    next: "Omba nyingine, au chagua vyanzo mwenyewe.",
  }),
  "file-too-large": ({ limit }, { bytes }) => ({
    what: `Faili ni kubwa kuliko ${bytes(limit)}.`,
    safe: nothingAdded,
    next: "Nakili sehemu ya maana uibandike.",
  }),
  "no-text": () => ({
    what: "Hakuna maandishi ndani.",
    safe: nothingAdded,
    next: "Nakili maandishi kwanza, kisha yabandike hapa.",
  }),
  "unreadable-file": () => ({
    what: "Kompyuta hii haikuweza kusoma faili.",
    safe: nothingAdded,
    next: "Inakili kwenye diski ya kompyuta, kisha jaribu tena.",
  }),
  ...fileFailures,

  "disk-low": ({ freeBytes }, { bytes }) => ({
    what: `Diski ya kompyuta karibu imejaa (imebaki ${bytes(freeBytes)}), hakuna kinachoweza kuhifadhiwa.`,
    safe: "Vyote ulivyo navyo bado vinasomeka.",
    next: "Ongeza nafasi, MB 64 au zaidi.",
  }),
  "disk-full": () => ({
    what: "Diski ya kompyuta imejaa, hii haikuhifadhiwa.",
    safe: "Vyote vya awali vipo.",
    next: "Ongeza nafasi, MB 64 au zaidi, kisha jaribu tena.",
  }),
  "open-elsewhere": () => ({
    what: "Maktaba yako imefunguliwa kwenye dirisha lingine.",
    safe: "Vyote vipo.",
    next: "Tumia dirisha hilo, au endelea hapa.",
  }),
  "write-failed": ({ code }) => ({
    what: `Kompyuta hii haikuweza kuandika kwenye diski yake (${code}).`,
    safe: "Vyote vya awali vipo.",
    next: "Jaribu tena. Ikiendelea hivyo, huenda diski inaharibika: nakili folda ya maktaba.",
  }),
  "not-ready": () => ({
    what: "Maktaba bado inafunguka.",
    safe: "Vyote vipo.",
    next: "Jaribu tena baada ya muda mfupi.",
  }),

  "newer-library": () => ({
    what: "Maktaba hii imetengenezwa na toleo jipya zaidi la programu.",
    safe: "Imeachwa kama ilivyo.",
    next: "Ifungue kwa toleo jipya zaidi.",
  }),
  "key-missing": () => ({
    what: "Kompyuta hii haina tena ufunguo wa maktaba hii.",
    safe: "Vyote bado vimo ndani.",
    next: "Andika msimbo wa kurejesha.",
  }),
  "wrong-recovery-code": () => ({
    what: "Msimbo huu haufungui maktaba hii.",
    safe: "Hakuna kilichopotea, unaweza kujaribu mara nyingi utakavyo.",
    next: "Ulinganishe herufi kwa herufi na ulioandikwa.",
  }),
  "damaged-header": () => ({
    what: "Sehemu inayofungua maktaba imeharibika.",
    safe: nothingDeleted,
    next: "Nakili folda ya maktaba mahali salama, kisha omba msaada.",
  }),
  "host-unreachable": () => ({
    what: "Dirisha hili halina muunganisho na programu.",
    safe: "Vilivyohifadhiwa vipo.",
    next: "Anzisha tena Field Reader pale ulipoianzishia.",
  }),
  "read-failed": ({ code }) => ({
    what: `Kompyuta hii haikuweza kusoma maktaba kwenye diski yake (${code}).`,
    safe: nothingDeleted,
    next: "Anzisha tena. Ikiendelea hivyo, nakili folda ya maktaba na uombe msaada.",
  }),

  "draft-gone": () => ({
    what: "Maandishi haya hayamo tena kwenye kumbukumbu ya maktaba, kwa hiyo hayakuweza kuhifadhiwa.",
    safe: "Bado yanaonekana hapa, pamoja na masahihisho yako.",
    next: "Yanakili kisha uyabandike tena, au fungua faili tena.",
  }),
  "reader-name-empty": () => ({
    what: "Hakuna jina.",
    safe: "Hakuna kilichobadilishwa.",
    next: "Andika jina, kwa mfano “Zamu ya usiku”.",
  }),
  "reader-name-long": ({ limit }, { count }) => ({
    what: `Jina lina herufi zisizozidi ${count(limit)}.`,
    safe: "Hakuna kilichobadilishwa.",
    next: "Tumia fupi zaidi.",
  }),
  "reader-name-taken": ({ name }) => ({
    what: `“${name}” tayari lipo.`,
    safe: "Hakuna kilichobadilishwa.",
    next: "Lichague kwenye orodha, au tumia jina jingine.",
  }),
  "already-added": ({ name }) => ({
    what: `Tayari una chanzo hiki: “${name}”.`,
    safe: nothingAdded,
    next: "Kimo kwenye orodha yako ya vyanzo.",
  }),
  "no-feed-on-page": ({ title }) => ({
    what: title === "" ? "Ukurasa huu hauonyeshi mlisho." : `Ukurasa “${title}” hauonyeshi mlisho.`,
    safe: nothingAdded,
    next: "Tafuta “RSS” au “Feed” kwenye tovuti, kisha bandika anwani hiyo.",
  }),
  "link-refused": () => ({
    what: "Aina hii ya anwani haifunguliwi kutoka hapa.",
    safe: "Hakuna kilichofunguliwa.",
    next: "Nakili anwani ikiwa unaiamini.",
  }),
  "no-browser": () => ({
    what: "Hakuna kivinjari kilichoweza kuanzishwa.",
    safe: "Hakuna kilichofunguliwa.",
    next: "Nakili anwani uifungue mwenyewe.",
  }),
  "nothing-to-undo": () => ({ what: "Haiwezekani tena kurudisha.", safe: kept, next: "" }),
  "not-here": () => ({
    what: "Ripoti hii haimo tena kwenye maktaba yako.",
    safe: "Nyingine zote zimo.",
    next: "Chagua nyingine.",
  }),
  "attachment-damaged": ({ name }) => ({
    what: `Faili “${name}” imeharibika au haipo kwenye diski.`,
    safe: "Maandishi ya ripoti na faili zake nyingine zipo.",
    next: "Kama mtu bado anayo, ilete tena: itachukua nafasi ya iliyoharibika.",
  }),
  "attachment-not-read": ({ name, code }) => ({
    what: `Kompyuta hii haikuweza kusoma “${name}” kwenye diski yake (${code}).`,
    safe: nothingDeleted,
    next: "Jaribu tena. Ikiendelea hivyo, nakili folda ya maktaba na uombe msaada.",
  }),
  "picture-unreadable": ({ name }) => ({
    what: `Picha “${name}” haiwezi kuonyeshwa hapa.`,
    safe: "Faili imehifadhiwa kama ilivyofika.",
    next: "Unaweza kuhifadhi nakala na kuifungua kwa programu nyingine.",
  }),
  "picture-too-large": ({ name, megapixels }, { count }) => ({
    what: `Picha “${name}” ina pikseli milioni ${count(megapixels)}, ni nyingi mno kuonyeshwa hapa.`,
    safe: "Faili imehifadhiwa kama ilivyofika.",
    next: "Unaweza kuhifadhi nakala na kuifungua kwa programu nyingine.",
  }),
  bug: ({ reference }) => ({
    what: `Programu imefanya kosa (namba ${reference}).`,
    safe: kept,
    next: "Jaribu tena. Ikiendelea hivyo, toa kumbukumbu ya kiufundi kwenye mipangilio uitume na namba hii.",
  }),
  "name-refused": ({ why }) => {
    const what = {
      "no-name": "Hilo si jina.",
      "already-known": "Jina hili linajulikana tayari.",
      "unknown-name": "Maana yake haijulikani, au mahali kadhaa pana jina hilo.",
      "no-territory": "Mahali papya panahitaji wilaya yake.",
      circle: "Majina haya yanarejeleana tu.",
      "too-many": "Hakuna nafasi ya majina zaidi.",
    }[why];
    const next = why === "unknown-name" ? "Andika wilaya baada ya jina: Kibati (Walikale)." : "";
    return { what, safe: nothingAdded, next };
  },
  "not-a-names-file": () => ({
    what: "Hii si faili ya majina.",
    safe: nothingAdded,
    next: "Chagua faili iliyohifadhiwa kutoka “Majina yaliyoongezwa”.",
  }),
};
