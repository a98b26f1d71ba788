import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { BugFailure, LookFailure } from "../../../model/failure.ts";
import type { Bytes } from "../../../model/measure.ts";
import type { SourcePermissions } from "../../../model/source.ts";
import type { AddressLook } from "../../../model/source-preview.ts";
import { useLibrary } from "../../queries/library-context.tsx";
import { asBug } from "../../queries/use-library.ts";
import { useCloseDialog } from "../../state/own-dialog.ts";
import { useFormat, useText } from "../../text/use-text.tsx";
import { DialogFrame } from "../parts/dialog-frame.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { Field } from "../parts/field.tsx";
import { completeAddress } from "./complete-address.ts";
import { FeedsOnPage } from "./feeds-on-page.tsx";
import { FoundSource } from "./found-source.tsx";
import { isSameHost } from "./is-same-host.ts";
import { OtherWays } from "./other-ways.tsx";
import { PermissionTicks } from "./permission-ticks.tsx";

type Step =
  | { readonly at: "asking"; readonly failure: LookFailure | BugFailure | null }
  | { readonly at: "looking"; readonly received: Bytes }
  | { readonly at: "found"; readonly look: AddressLook };

const noPermissions: SourcePermissions = { insecure: false, local: false };

/** From an address to a source: ask, look, show what was found, add. */
export function AddSourceDialog({ address: firstAddress }: { readonly address: string }) {
  const text = useText();
  const words = text.dialogs.addSource;
  const format = useFormat();
  const library = useLibrary();
  const closeDialog = useCloseDialog();
  const [address, setAddress] = useState(firstAddress);
  const [permissions, setPermissions] = useState(noPermissions);
  const [step, setStep] = useState<Step>({ at: "asking", failure: null });
  const controller = useRef<AbortController | null>(null);

  const lookAt = useCallback(
    async (typed: string, allowed: SourcePermissions) => {
      const complete = completeAddress(typed);
      const own = new AbortController();
      controller.current?.abort();
      controller.current = own;
      setAddress(complete);
      setStep({ at: "looking", received: 0 });
      const outcome = await library
        .lookAtAddress(
          { address: complete, permissions: allowed },
          {
            signal: own.signal,
            onProgress: ({ received }) => {
              if (controller.current === own) setStep({ at: "looking", received });
            },
          },
        )
        .catch((error: unknown) => ({ ok: false, failure: asBug(error) }) as const);
      if (controller.current !== own) return;
      // A page led to another host's feed: the library looked at that one without any permission.
      if (outcome.ok && outcome.value.found === "feed" && !isSameHost(outcome.value.preview.address, complete))
        setPermissions(noPermissions);
      setStep(
        outcome.ok ? { at: "found", look: outcome.value } : { at: "asking", failure: unlessCancelled(outcome.failure) },
      );
    },
    [library],
  );

  useEffect(() => {
    if (firstAddress !== "") void lookAt(firstAddress, noPermissions);
    return () => {
      const last = controller.current;
      controller.current = null;
      last?.abort();
    };
  }, [firstAddress, lookAt]);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (address.trim() !== "") void lookAt(address, permissions);
  }

  function askAgain(): void {
    setPermissions(noPermissions);
    setStep({ at: "asking", failure: null });
  }

  if (step.at === "found" && step.look.found === "feed") {
    return (
      <FoundSource
        key={step.look.preview.address}
        preview={step.look.preview}
        permissions={permissions}
        onPermissions={setPermissions}
        onOtherAddress={askAgain}
      />
    );
  }
  if (step.at === "found" && step.look.found === "feeds-on-page") {
    return (
      <FeedsOnPage
        pageTitle={step.look.pageTitle}
        feeds={step.look.feeds}
        onChoose={(feed) => {
          // What was allowed for one host isn't for another.
          const allowed = isSameHost(feed, address) ? permissions : noPermissions;
          setPermissions(allowed);
          void lookAt(feed, allowed);
        }}
        onOtherAddress={askAgain}
      />
    );
  }

  const failure = step.at === "asking" ? step.failure : null;
  const isInsecure = failure?.kind === "insecure-address";
  const isLocal = failure?.kind === "local-address";
  const isLooking = step.at === "looking";
  return (
    <DialogFrame title={words.title} onClose={closeDialog}>
      <form className="dialog-form" onSubmit={onSubmit} noValidate>
        <Field label={words.address} hint={words.addressHint}>
          {(ids) => (
            <input
              {...ids}
              data-first-focus
              type="url"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              readOnly={isLooking}
              value={address}
              onChange={(event) => {
                setAddress(event.target.value);
                // What was allowed for one address isn't for another.
                setPermissions(noPermissions);
                setStep({ at: "asking", failure: null });
              }}
            />
          )}
        </Field>
        {failure === null || isInsecure || isLocal ? null : <FailureNote failure={failure} />}
        <PermissionTicks
          needed={{ insecure: isInsecure, local: isLocal }}
          permissions={permissions}
          onPermissions={setPermissions}
        />
        <div className="dialog-row">
          {/* One button in both states, so that the focus stays on it. */}
          <button
            type={isLooking ? "button" : "submit"}
            className={isLooking ? "button" : "button button-primary"}
            disabled={address.trim() === ""}
            onClick={(event) => {
              if (!isLooking) return;
              event.preventDefault();
              // The second click of a double click stops nothing.
              if (event.detail < 2) controller.current?.abort();
            }}
          >
            {isLooking ? words.stop : words.look}
          </button>
          <p className="dialog-progress" role="status">
            {step.at === "looking" ? words.looking : ""}{" "}
            {step.at === "looking" && step.received > 0 ? words.received({ bytes: format.bytes(step.received) }) : ""}
          </p>
        </div>
      </form>
      {isLooking ? null : <OtherWays />}
    </DialogFrame>
  );
}

function unlessCancelled(failure: LookFailure | BugFailure): LookFailure | BugFailure | null {
  return failure.kind === "cancelled" ? null : failure;
}
