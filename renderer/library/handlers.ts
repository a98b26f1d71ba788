import type { LibraryHandlers } from "../contracts/library.ts";
import { defaultGettingRules } from "../model/getting.ts";
import type { FileOutcome } from "../model/import-draft.ts";
import { fail, succeed } from "../model/result.ts";
import { defaultSettings } from "../model/settings.ts";
import type { SearchAnswer } from "../model/view.ts";
import { readPicture } from "./attachments/read-picture.ts";
import { nothingCounted } from "./catalogue/catalogue.ts";
import type { OpenedVault } from "./opened-vault.ts";
import { compareStored, listPage, openBriefing, searchGrouped } from "./read-library.ts";
import type { RunningLibrary } from "./running-library.ts";
import type { Session } from "./session.ts";
import { trafficReport } from "./traffic-report.ts";
import { vaultFacts } from "./vault-facts.ts";

const notReady = fail({ kind: "not-ready" } as const);
const notHere = fail({ kind: "not-here" } as const);
const nothingSinceLooked = { sequence: 0, lookedAt: null, alerts: 0, sources: [] };
const nobody = { sequence: 0, readers: [], current: null };
const notRead = ({ name }: { readonly name: string }): FileOutcome => ({
  fileName: name,
  outcome: "failed",
  failure: notReady.failure,
});
const noAges = { lastCheckedAt: null, newestItem: null, checkedSources: 0, enabledSources: 0 };

/** One line a call of `contracts/library.ts`; what a line does lives in the room it names. */
export function createHandlers(session: Session): LibraryHandlers {
  /** Where the library can't be opened, and after it went to another window, a question has an empty answer. */
  async function ask<Answer>(
    question: (library: RunningLibrary) => Answer | Promise<Answer>,
    empty: Answer,
  ): Promise<Answer> {
    const library = session.running() ?? (await session.whenOpened());
    return library === null ? empty : question(library);
  }

  function tell(order: (library: RunningLibrary) => void): Promise<null> {
    return ask((library) => {
      order(library);
      return null;
    }, null);
  }

  function done(work: (library: RunningLibrary) => Promise<void>): Promise<null> {
    return ask(async (library) => {
      await work(library);
      return null;
    }, null);
  }

  async function kept(committed: ReturnType<OpenedVault["commit"]>) {
    const outcome = await committed;
    return outcome.ok ? succeed(null) : outcome;
  }

  return {
    getStatus: async () => session.status(),
    useHere: () => session.open({ takeOver: true }),
    openIfFree: () => session.openIfFree(),
    unlockWithRecoveryCode: ({ code }) => session.open({ takeOver: false, recoveryCode: code }),
    getRecoveryCode: () => ask(({ vault }) => vault.getRecoveryCode(), null),
    confirmRecoveryCodeWritten: () => ask(({ vault }) => vault.confirmRecoveryCodeWritten(), notReady),
    getVaultFacts: () => vaultFacts(session.host(), session.running()?.vault ?? null),
    getClock: async () => session.clock(),
    exportLog: async () => session.log.events(),

    listReaders: () => ask(({ readers }) => readers.list(), nobody),
    chooseReader: ({ readerId }) => ask(({ readers }) => readers.choose(readerId), notReady),
    addReader: ({ name }) => ask(({ readers }) => readers.add(name), notReady),
    removeReader: ({ readerId }) => ask(({ readers }) => readers.remove(readerId), notReady),
    renameReader: (named) => ask(({ readers }) => readers.rename(named), notReady),

    getSettings: () => ask(({ vault }) => vault.catalogue.settings(), defaultSettings),
    changeSettings: ({ settings }) =>
      ask(({ vault }) => kept(vault.commit([{ kind: "settings-changed", settings }])), notReady),

    listBriefings: (query) =>
      ask(
        async ({ vault, names, shelf }) => {
          // Without the names nothing would be left out, and rows would vanish under the eyes a moment later.
          if (query.filters.areas.length > 0) await names.start();
          return shelf.addRows(listPage(vault, query), query);
        },
        {
          sequence: 0,
          rows: [],
          total: null,
          offset: query.offset,
          upTo: 0,
          outsideAreas: 0,
          deliveries: [],
          copies: [],
          hiddenCopies: 0,
        },
      ),
    countSinceLooked: () => ask(({ vault }) => vault.catalogue.sinceLooked(), nothingSinceLooked),
    setLooked: ({ upTo }) =>
      ask(({ actions, sync }) => actions.run([{ kind: "looked-set", upTo, at: sync.clockState().now }]), notReady),
    countViews: ({ areas = [] }) =>
      ask(async ({ vault, names, shelf }) => {
        if (areas.length > 0) await names.start();
        return shelf.addCounts(vault.catalogue.counts(areas));
      }, nothingCounted),
    search: (query, { signal, progress }) =>
      ask(
        async ({ shelf, ...library }) => {
          const onFirst = (answer: SearchAnswer) => progress({ ...answer, references: [] });
          return shelf.addFindings(await searchGrouped(library, query, { signal, onFirst }), query);
        },
        {
          sequence: 0,
          hits: [],
          copies: [],
          total: 0,
          isAtLeast: false,
          searched: 0,
          outOf: 0,
          unmatched: [],
          rare: [],
          hints: [],
          outsideAreas: 0,
          wider: [],
          silence: null,
          references: [],
        },
      ),
    countFacets: (asked, { signal }) => ask(({ search }) => search.countFacets(asked, signal), null),

    listSavedSearches: ({ areas = [] }) => ask(({ savedSearches }) => savedSearches.list(areas), []),
    saveSearch: (wanted) =>
      ask(({ actions, savedSearches }) => actions.run([savedSearches.changeTo(wanted)]), notReady),
    removeSearch: ({ id }) => ask(({ actions }) => actions.run([{ kind: "search-removed", searchId: id }]), notReady),
    listSearchHistory: () => ask(({ searchHistory }) => searchHistory.list(), []),
    noteSearch: ({ query }) => done(({ searchHistory }) => searchHistory.note(query)),
    clearSearchHistory: () => done(({ searchHistory }) => searchHistory.clear()),
    findNamed: (asked) => ask(({ findNamed }) => findNamed(asked), []),

    openBriefing: (asked) =>
      ask(async ({ vault, search, names, shelf }) => {
        const reference = await shelf.open(asked);
        return reference === null ? openBriefing({ vault, search, names }, asked) : succeed(reference);
      }, notHere),
    compareRevisions: (asked) => ask(({ vault }) => compareStored(vault, asked), notHere),
    getFullTextOffer: ({ id }) => ask(({ fullTexts }) => fullTexts.offer(id), null),
    getFullText: ({ id }, { signal, progress }) =>
      ask(({ fullTexts }) => fullTexts.get(id, { signal, onProgress: progress }), notReady),
    setRead: ({ ids, read }) => ask(({ actions }) => actions.run([{ kind: "read-set", ids, read }]), notReady),
    setSaved: ({ ids, saved }) =>
      ask(async ({ actions, shelf }) => actions.run(await shelf.savedChanges(ids, saved)), notReady),
    deleteBriefings: ({ ids }) =>
      ask(async ({ actions, shelf }) => actions.run(await shelf.deletedChanges(ids, true)), notReady),
    restoreBriefings: ({ ids }) =>
      ask(async ({ actions, shelf }) => actions.run(await shelf.deletedChanges(ids, false)), notReady),
    correctLanguage: (corrected) =>
      ask(({ actions }) => actions.run([{ kind: "language-corrected", ...corrected }]), notReady),
    markOlderRead: ({ id, ...query }) =>
      ask(({ actions, vault }) => {
        const ids = vault.catalogue.idsOf({ ...query, notNewerThan: id });
        return actions.run([{ kind: "read-set", ids, read: true }]);
      }, notReady),
    readAttachment: (asked, { signal, progress, transferReply }) =>
      ask(async ({ attachments }) => {
        const read = await attachments.read(asked, { signal, onProgress: progress });
        if (read.ok) transferReply([read.value.buffer]);
        return read;
      }, notReady),
    readPicture: (asked, { signal, progress, transferReply }) =>
      ask(async ({ attachments, drawPicture }) => {
        const options = { signal, onProgress: progress };
        const drawn = await readPicture({ attachments, draw: drawPicture }, asked, options);
        if (drawn.ok) transferReply([drawn.value.bytes.buffer]);
        return drawn;
      }, notReady),
    removeAttachment: (asked) =>
      ask(({ actions }) => actions.run([{ kind: "attachment-removed", ...asked }]), notReady),
    countShelf: () => ask(({ shelf }) => shelf.counts(), null),
    setShelfRemoved: ({ removed }) =>
      ask(async ({ actions, shelf }) => actions.run(await shelf.wholeShelfChanges(removed)), notReady),
    undo: ({ token }) => ask(({ actions }) => actions.undo(token), notReady),

    listSources: () =>
      ask(({ sources, sync, fullTexts }) => sources.list(sync.lastProgress, fullTexts.bytesPerArticle), []),
    lookAtAddress: (asked, { signal, progress }) =>
      ask(({ sources }) => sources.look(asked, { signal, onProgress: progress }), notReady),
    addSource: (wanted) => ask(({ sources }) => sources.add(wanted), notReady),
    changeSource: (wanted) => ask(({ actions, sources }) => actions.run(sources.changesTo(wanted)), notReady),
    readSourceList: ({ bytes }) => ask(({ sourceLists }) => sourceLists.readList(bytes), notReady),
    judgeSources: ({ sources }) => ask(({ sourceLists }) => sourceLists.judge(sources), { entries: [], leftOut: [] }),
    addListedSources: ({ sources }) =>
      ask(async ({ actions, sourceLists }) => actions.run(await sourceLists.changesToAdd(sources)), notReady),
    exportSourceList: () => ask(({ sourceLists }) => sourceLists.exportList(), { text: "", count: 0, leftOut: 0 }),
    removeSource: ({ sourceId }) => ask(({ actions }) => actions.run([{ kind: "source-removed", sourceId }]), notReady),
    getSyncStatus: () => ask(({ sync }) => sync.status(), { at: "idle", ages: noAges, last: [] }),
    syncNow: ({ sources }) => ask(({ getting }) => getting.getNow(sources), { at: "idle", ages: noAges, last: [] }),
    cancelSync: ({ sourceId }) => tell(({ getting }) => getting.stopGetting(sourceId)),
    getGettingRules: () => ask(({ vault }) => vault.catalogue.gettingRules(), defaultGettingRules),
    changeGettingRules: ({ rules }) =>
      ask(({ actions }) => actions.run([{ kind: "getting-rules-changed", rules }]), notReady),
    getGettingStatus: () => ask(({ getting }) => getting.status(), { at: "quiet" }),
    dismissOffer: () =>
      ask(async ({ getting }) => {
        await getting.dismissOffer();
        return null;
      }, null),
    getTraffic: () =>
      ask(
        ({ vault: { catalogue }, sync }) =>
          trafficReport(catalogue.traffic(), {
            sources: catalogue.sources(),
            timeZone: catalogue.settings().timeZone,
            now: sync.clockState().now,
          }),
        { thisMonth: 0, lastMonth: 0, sources: [] },
      ),

    listOwnNames: () => ask(({ ownNames }) => ownNames.list(), []),
    addName: (wanted) =>
      ask(async ({ actions, ownNames }) => {
        const change = await ownNames.changeFor(wanted);
        return change.ok ? actions.run([change.value]) : change;
      }, notReady),
    removeName: ({ id }) => ask(({ actions }) => actions.run([{ kind: "name-removed", id }]), notReady),
    addNamesFromFile: ({ bytes }) =>
      ask(async ({ actions, ownNames }) => {
        const read = await ownNames.changesFor(bytes);
        if (!read.ok) return read;
        const kept = await actions.run(read.value.changes);
        return kept.ok ? succeed({ ...read.value.outcome, ...kept.value }) : kept;
      }, notReady),

    readFiles: ({ files }, { signal, progress }) =>
      ask(({ drafts }) => drafts.readFiles(files, { signal, onProgress: progress }), files.map(notRead)),
    readPaste: (paste) => ask(({ drafts }) => drafts.readPaste(paste), notReady),
    saveDrafts: ({ drafts: wanted }) => ask(({ actions, drafts }) => drafts.save(wanted, actions.run), notReady),
    dropDrafts: ({ ids }) => done(({ drafts }) => drafts.drop(ids)),

    openLink: async ({ address }) => (await session.host()?.openExternal({ address })) ?? fail({ kind: "no-browser" }),
    canNotify: async () => (session.host()?.notify ?? null) !== null,
    notify: async (line) => {
      const notify = session.host()?.notify ?? null;
      await notify?.(line);
      return notify !== null;
    },
    setMenu: async (menu) => {
      const setMenu = session.host()?.setMenu ?? null;
      await setMenu?.(menu);
      return setMenu !== null;
    },
  };
}
