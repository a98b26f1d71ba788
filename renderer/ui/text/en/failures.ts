import type { FailuresText } from "../failure-sentence.ts";
import { fileFailures } from "./file-failures.ts";

const kept = "What you already have stays as it is.";
const nothingAdded = "Nothing was added or changed.";
const nothingDeleted = "Nothing was deleted.";
const onPage = (host: string | null) => (host === null ? "" : ` of ${host}`);

export const failures: FailuresText = {
  "no-link": () => ({ what: "There is no network.", safe: kept, next: "Try again when a link is there." }),
  "name-not-found": ({ host }) => ({
    what: `The network doesn’t know ${host}.`,
    safe: kept,
    next: "Check the address, or try again later.",
  }),
  refused: ({ host }) => ({
    what: `${host} doesn’t take the connection.`,
    safe: kept,
    next: "Try again later.",
  }),
  timeout: ({ phase, seconds }, { duration }) => {
    const waited = duration(seconds * 1000);
    const what = {
      connect: `No connection came about within ${waited}.`,
      "first-byte": `The site didn’t answer within ${waited}.`,
      idle: `The transfer stood still for ${waited}.`,
      total: `The transfer took more than ${waited}.`,
    }[phase];
    return { what, safe: kept, next: "Try again when the link is better." };
  },
  certificate: ({ host }) => ({
    what: `${host} can’t prove who it is.`,
    safe: "Nothing was fetched from it.",
    next: "Check this computer’s date. If it is right, someone may be listening: use another network.",
  }),
  "insecure-address": ({ host }) => ({
    what: `${host} has no protected connection: others on the way could read and change what comes.`,
    safe: "Nothing was fetched.",
    next: "Use an address with https, or allow this one on purpose.",
  }),
  "local-address": ({ host }) => ({
    what: `${host} is an address of a local network.`,
    safe: "Nothing was fetched.",
    next: "If it is your team’s own, allow it on purpose.",
  }),
  "own-address": () => ({
    what: "This is the address of this reader itself.",
    safe: "Nothing was fetched.",
    next: "Use the address of the source.",
  }),
  "bad-address": ({ address }) => ({
    what: address === "" ? "There is no address." : `“${address}” is not a web address.`,
    safe: nothingAdded,
    next: "An address looks like https://example.org/feed.",
  }),
  "too-many-redirects": ({ limit }, { count }) => ({
    what: `The site sent us on more than ${count(limit)} times.`,
    safe: kept,
    next: "Check the address on the source’s own page.",
  }),
  "http-status": ({ status, host }) => ({
    what:
      status === 404 || status === 410
        ? `${host} has nothing at this address (${status}).`
        : `${host} answered with an error (${status}).`,
    safe: kept,
    next: status >= 500 ? "The fault is over there: try again later." : "Check the address on the source’s own page.",
  }),
  "too-large": ({ limit }, { bytes }) => ({
    what: `It is larger than ${bytes(limit)}.`,
    safe: kept,
    next: "Look for a smaller feed of this source.",
  }),
  "expands-too-much": () => ({
    what: "The answer swells up far beyond its size, as a trap would.",
    safe: kept,
    next: "Leave this address alone, or ask the source.",
  }),
  "unreadable-encoding": ({ encoding }) => ({
    what: `The answer is packed in a way this reader doesn’t know (${encoding}).`,
    safe: kept,
    next: "Look for another feed of this source.",
  }),
  "connection-cut": ({ received }, { bytes }) => ({
    what: `The connection was cut after ${bytes(received)}.`,
    safe: "Whatever came whole is kept.",
    next: "Get new again when the link is back.",
  }),
  cancelled: () => ({
    what: "Cancelled.",
    safe: "Whatever came whole is kept.",
    next: "You can start again at any time.",
  }),
  "empty-document": () => ({
    what: "The answer was empty.",
    safe: kept,
    next: "Try again later.",
  }),
  "login-page": ({ host }) => ({
    what: `A login page${onPage(host)} came instead of the source.`,
    safe: kept,
    next: "Open a browser, log in to the network, then try again.",
  }),
  "bot-wall": ({ host }) => ({
    what: `A page${onPage(host)} that keeps programs out came instead of the source.`,
    safe: kept,
    next: "Try again later, or from another network.",
  }),
  "error-page": ({ host }) => ({
    what: `An error page${onPage(host)} came instead of the source.`,
    safe: kept,
    next: "Try again later.",
  }),
  "web-page": ({ title }) => ({
    what: title === "" ? "This is a web page, not a feed." : `This is the web page “${title}”, not a feed.`,
    safe: kept,
    next: "Look for the feed’s address on that page.",
  }),
  "broken-feed": () => ({
    what: "This feed is broken: no item of it could be read.",
    safe: kept,
    next: "Try again later, or tell the source.",
  }),
  "not-a-feed": () => ({
    what: "There is no feed at this address.",
    safe: kept,
    next: "Check the address on the source’s own page.",
  }),
  "entity-bomb": () => ({
    what: "This file is built to choke whoever reads it.",
    safe: kept,
    next: "Leave this address alone, or ask the source.",
  }),

  "empty-file": () => ({ what: "The file is empty.", safe: nothingAdded, next: "Ask for it again." }),
  "binary-file": () => ({
    what: "The file holds no text, whatever its name says.",
    safe: nothingAdded,
    next: "Ask for it as text.",
  }),
  "unsupported-file": ({ extension }) => ({
    what: extension === "" ? "This kind of file can’t be read yet." : `“${extension}” files can’t be read yet.`,
    safe: nothingAdded,
    next: "PDF, Word, OpenDocument, e-mail, text, Markdown and HTML files can. Or copy the text and paste it.",
  }),
  "article-not-found": () => ({
    what: "The page holds no article that could be read.",
    safe: kept,
    next: "Open the page in the browser.",
  }),
  "article-too-short": () => ({
    what: "The page holds hardly more than the extract.",
    safe: kept,
    next: "Open the page in the browser.",
  }),
  "article-other": () => ({
    what: "The page is about something else.",
    safe: kept,
    next: "Open the page in the browser.",
  }),
  "not-a-list": () => ({
    what: "This isn’t a list of sources (OPML).",
    safe: nothingAdded,
    next: "Ask your colleague to export the list again.",
  }),
  "broken-list": () => ({
    what: "This list of sources is damaged or incomplete.",
    safe: nothingAdded,
    next: "Ask for the file again.",
  }),
  "empty-list": () => ({
    what: "This list holds no source.",
    safe: nothingAdded,
    next: "Ask for another one, or choose sources yourself.",
  }),
  "file-too-large": ({ limit }, { bytes }) => ({
    what: `The file is larger than ${bytes(limit)}.`,
    safe: nothingAdded,
    next: "Copy the part that matters and paste it.",
  }),
  "no-text": () => ({
    what: "There is no text in it.",
    safe: nothingAdded,
    next: "Copy some text first, then paste it here.",
  }),
  "unreadable-file": () => ({
    what: "This computer couldn’t read the file.",
    safe: nothingAdded,
    next: "Copy it to this computer’s own disk and try again.",
  }),
  ...fileFailures,

  "disk-low": ({ freeBytes }, { bytes }) => ({
    what: `This computer’s disk is nearly full (${bytes(freeBytes)} left), so nothing can be saved.`,
    safe: "All you have can still be read.",
    next: "Free some space, 64 MB or more.",
  }),
  "disk-full": () => ({
    what: "This computer’s disk is full, so this couldn’t be saved.",
    safe: "All you had before is there.",
    next: "Free some space, 64 MB or more, and try again.",
  }),
  "open-elsewhere": () => ({
    what: "Your library is open in another window.",
    safe: "It is all there.",
    next: "Use that window, or take over here.",
  }),
  "write-failed": ({ code }) => ({
    what: `This computer couldn’t write to its disk (${code}).`,
    safe: "All you had before is there.",
    next: "Try again. If it stays so, the disk may be failing: copy the library’s folder.",
  }),
  "not-ready": () => ({
    what: "The library is still opening.",
    safe: "It is all there.",
    next: "Try again in a moment.",
  }),

  "newer-library": () => ({
    what: "A newer version of this program made this library.",
    safe: "It is left as it is.",
    next: "Open it with the newer version.",
  }),
  "key-missing": () => ({
    what: "This computer no longer has the key to this library.",
    safe: "Everything is still in it.",
    next: "Type the recovery code.",
  }),
  "wrong-recovery-code": () => ({
    what: "This code doesn’t open this library.",
    safe: "Nothing is lost, and you can try as often as you like.",
    next: "Compare it letter by letter with what was written down.",
  }),
  "damaged-header": () => ({
    what: "The part of the library that opens it is damaged.",
    safe: nothingDeleted,
    next: "Copy the library’s folder to a safe place and ask for help.",
  }),
  "host-unreachable": () => ({
    what: "This window has no connection to the program.",
    safe: "What was saved is there.",
    next: "Start Field Reader again from where you started it.",
  }),
  "read-failed": ({ code }) => ({
    what: `This computer couldn’t read the library from its disk (${code}).`,
    safe: nothingDeleted,
    next: "Start again. If it stays so, copy the library’s folder and ask for help.",
  }),

  "draft-gone": () => ({
    what: "This text isn’t held in the library’s memory any more, so it couldn’t be saved.",
    safe: "It still stands here, with your corrections.",
    next: "Copy it and paste it again, or open the file again.",
  }),
  "reader-name-empty": () => ({
    what: "There is no name.",
    safe: "Nothing was changed.",
    next: "Type a name, for example “Night shift”.",
  }),
  "reader-name-long": ({ limit }, { count }) => ({
    what: `A name has at most ${count(limit)} characters.`,
    safe: "Nothing was changed.",
    next: "Use a shorter one.",
  }),
  "reader-name-taken": ({ name }) => ({
    what: `“${name}” is there already.`,
    safe: "Nothing was changed.",
    next: "Choose it in the list, or use another name.",
  }),
  "already-added": ({ name }) => ({
    what: `You already have this source: “${name}”.`,
    safe: nothingAdded,
    next: "It is in your list of sources.",
  }),
  "no-feed-on-page": ({ title }) => ({
    what: title === "" ? "This page names no feed." : `The page “${title}” names no feed.`,
    safe: nothingAdded,
    next: "Look for “RSS” or “Feed” on the site and paste that address.",
  }),
  "link-refused": () => ({
    what: "This kind of address isn’t opened from here.",
    safe: "Nothing was opened.",
    next: "Copy the address if you trust it.",
  }),
  "no-browser": () => ({
    what: "No web browser could be started.",
    safe: "Nothing was opened.",
    next: "Copy the address and open it by hand.",
  }),
  "nothing-to-undo": () => ({ what: "This can’t be undone any more.", safe: kept, next: "" }),
  "not-here": () => ({
    what: "This briefing isn’t in your library any more.",
    safe: "All the others are there.",
    next: "Choose another one.",
  }),
  "attachment-damaged": ({ name }) => ({
    what: `“${name}” is damaged or missing on this computer’s disk.`,
    safe: "The briefing’s text and its other files are there.",
    next: "Bring in the file again if somebody still has it: it takes the damaged one’s place.",
  }),
  "attachment-not-read": ({ name, code }) => ({
    what: `This computer couldn’t read “${name}” from its disk (${code}).`,
    safe: nothingDeleted,
    next: "Try again. If it stays so, copy the library’s folder and ask for help.",
  }),
  "picture-unreadable": ({ name }) => ({
    what: `“${name}” can’t be shown as a picture here.`,
    safe: "The file is kept as it came.",
    next: "You can save a copy and open it in another program.",
  }),
  "picture-too-large": ({ name, megapixels }, { count }) => ({
    what: `“${name}” has ${count(megapixels)} million pixels, too many to be shown here.`,
    safe: "The file is kept as it came.",
    next: "You can save a copy and open it in another program.",
  }),
  bug: ({ reference }) => ({
    what: `The program made a mistake (number ${reference}).`,
    safe: kept,
    next: "Try again. If it stays so, export the log in the settings and send it with this number.",
  }),
  "name-refused": ({ why }) => {
    const what = {
      "no-name": "That is no name.",
      "already-known": "This name is known already.",
      "unknown-name": "What it should mean isn’t known, or several places have that name.",
      "no-territory": "A new place needs its territory.",
      circle: "These names only mean each other.",
      "too-many": "There is no room for more names.",
    }[why];
    const next = why === "unknown-name" ? "Write the territory behind the name: Kibati (Walikale)." : "";
    return { what, safe: nothingAdded, next };
  },
  "not-a-names-file": () => ({
    what: "This is no file of names.",
    safe: nothingAdded,
    next: "Choose a file that was saved from “Own names”.",
  }),
};
