import type { InterfaceLanguage } from "../../model/settings.ts";
import type { AgeWords } from "../format/ages.ts";
import { type AttachmentsText, attachments as attachmentsEn } from "./en/attachments.ts";
import { type CommandsText, commands as commandsEn } from "./en/commands.ts";
import { type CopiesText, copies as copiesEn } from "./en/copies.ts";
import { type DialogsText, dialogs as dialogsEn } from "./en/dialogs.ts";
import { failures as failuresEn } from "./en/failures.ts";
import { type FindingText, finding as findingEn } from "./en/finding.ts";
import { type FullTextText, fullText as fullTextEn } from "./en/full-text.ts";
import { type GettingText, getting as gettingEn } from "./en/getting.ts";
import { type ListsText, lists as listsEn } from "./en/lists.ts";
import { type NarrowText, narrow as narrowEn } from "./en/narrow.ts";
import { type OwnNamesText, ownNames as ownNamesEn } from "./en/own-names.ts";
import { type PagesText, pages as pagesEn } from "./en/pages.ts";
import { type ReadersText, readers as readersEn } from "./en/readers.ts";
import { type ReadingText, reading as readingEn } from "./en/reading.ts";
import { type ShelfText, shelf as shelfEn } from "./en/shelf.ts";
import { type StatusText, status as statusEn } from "./en/status.ts";
import { type TermsText, terms as termsEn } from "./en/terms.ts";
import { time as timeEn } from "./en/time.ts";
import type { FailuresText } from "./failure-sentence.ts";
import { attachments as attachmentsFr } from "./fr/attachments.ts";
import { commands as commandsFr } from "./fr/commands.ts";
import { copies as copiesFr } from "./fr/copies.ts";
import { dialogs as dialogsFr } from "./fr/dialogs.ts";
import { failures as failuresFr } from "./fr/failures.ts";
import { finding as findingFr } from "./fr/finding.ts";
import { fullText as fullTextFr } from "./fr/full-text.ts";
import { getting as gettingFr } from "./fr/getting.ts";
import { lists as listsFr } from "./fr/lists.ts";
import { narrow as narrowFr } from "./fr/narrow.ts";
import { ownNames as ownNamesFr } from "./fr/own-names.ts";
import { pages as pagesFr } from "./fr/pages.ts";
import { readers as readersFr } from "./fr/readers.ts";
import { reading as readingFr } from "./fr/reading.ts";
import { shelf as shelfFr } from "./fr/shelf.ts";
import { status as statusFr } from "./fr/status.ts";
import { terms as termsFr } from "./fr/terms.ts";
import { time as timeFr } from "./fr/time.ts";
import { attachments as attachmentsSw } from "./sw/attachments.ts";
import { commands as commandsSw } from "./sw/commands.ts";
import { copies as copiesSw } from "./sw/copies.ts";
import { dialogs as dialogsSw } from "./sw/dialogs.ts";
import { failures as failuresSw } from "./sw/failures.ts";
import { finding as findingSw } from "./sw/finding.ts";
import { fullText as fullTextSw } from "./sw/full-text.ts";
import { getting as gettingSw } from "./sw/getting.ts";
import { lists as listsSw } from "./sw/lists.ts";
import { narrow as narrowSw } from "./sw/narrow.ts";
import { ownNames as ownNamesSw } from "./sw/own-names.ts";
import { pages as pagesSw } from "./sw/pages.ts";
import { readers as readersSw } from "./sw/readers.ts";
import { reading as readingSw } from "./sw/reading.ts";
import { shelf as shelfSw } from "./sw/shelf.ts";
import { status as statusSw } from "./sw/status.ts";
import { terms as termsSw } from "./sw/terms.ts";
import { time as timeSw } from "./sw/time.ts";

/** Every word on screen. English has the shape; what is missing in another language doesn't compile. */
export interface Text {
  readonly language: InterfaceLanguage;
  /** Main screen: lists, reader, search box, bottom line. */
  readonly reading: ReadingText;
  /** Narrowing a search, and a reader's own areas. */
  readonly narrow: NarrowText;
  readonly ownNames: OwnNamesText;
  /** A PDF as it was set, a page at a time. */
  readonly pages: PagesText;
  /** Who reads on this laptop, and what came since they last looked. */
  readonly readers: ReadersText;
  /** One thing that came by several ways, and one text that several sources carry. */
  readonly copies: CopiesText;
  readonly dialogs: DialogsText;
  /** Lists of sources: a colleague's, the ones to choose from, the one to pass on. */
  readonly lists: ListsText;
  /** Files kept with a briefing. */
  readonly attachments: AttachmentsText;
  /** The article behind an extract. */
  readonly fullText: FullTextText;
  /** Names of commands and menus. */
  readonly commands: CommandsText;
  /** What happened, what is safe, what to do next, for each kind of failure. */
  readonly failures: FailuresText;
  /** Saved searches, the command palette, the last searches. */
  readonly finding: FindingText;
  /** The reference shelf. */
  readonly shelf: ShelfText;
  /** Where the library stands. */
  readonly status: StatusText;
  /** Names of closed lists: languages, kinds, audiences, labels, ranks, ways of arrival. */
  readonly terms: TermsText;
  readonly time: AgeWords;
  /** When news is got, and what it costs. */
  readonly getting: GettingText;
}

export const texts: Readonly<Record<InterfaceLanguage, Text>> = {
  fr: {
    language: "fr",
    reading: readingFr,
    narrow: narrowFr,
    ownNames: ownNamesFr,
    pages: pagesFr,
    readers: readersFr,
    copies: copiesFr,
    dialogs: dialogsFr,
    lists: listsFr,
    attachments: attachmentsFr,
    fullText: fullTextFr,
    commands: commandsFr,
    failures: failuresFr,
    finding: findingFr,
    status: statusFr,
    shelf: shelfFr,
    terms: termsFr,
    time: timeFr,
    getting: gettingFr,
  },
  sw: {
    language: "sw",
    reading: readingSw,
    narrow: narrowSw,
    ownNames: ownNamesSw,
    pages: pagesSw,
    readers: readersSw,
    copies: copiesSw,
    dialogs: dialogsSw,
    lists: listsSw,
    attachments: attachmentsSw,
    fullText: fullTextSw,
    commands: commandsSw,
    failures: failuresSw,
    finding: findingSw,
    status: statusSw,
    shelf: shelfSw,
    terms: termsSw,
    time: timeSw,
    getting: gettingSw,
  },
  en: {
    language: "en",
    reading: readingEn,
    narrow: narrowEn,
    ownNames: ownNamesEn,
    pages: pagesEn,
    readers: readersEn,
    copies: copiesEn,
    dialogs: dialogsEn,
    lists: listsEn,
    attachments: attachmentsEn,
    fullText: fullTextEn,
    commands: commandsEn,
    failures: failuresEn,
    finding: findingEn,
    status: statusEn,
    shelf: shelfEn,
    terms: termsEn,
    time: timeEn,
    getting: gettingEn,
  },
};
