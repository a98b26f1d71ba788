import { memo } from "react";
import type { Delivery } from "../../../model/view.ts";
import { useFormat, useText } from "../../text/use-text.tsx";

export const DeliveryHeading = memo(function DeliveryHeading({
  delivery,
  height,
}: {
  readonly delivery: Delivery;
  readonly height: number;
}) {
  const text = useText();
  const format = useFormat();
  const { delivery: words } = text.reading.list;
  const facts = [
    words.counts({ added: delivery.added, revised: delivery.revised }),
    delivery.received > 0 ? format.bytes(delivery.received) : "",
    delivery.leftOut.length > 0 ? words.leftOut(delivery.leftOut.length) : "",
  ].filter((fact) => fact !== "");
  return (
    <div
      className="delivery"
      style={{ height }}
      title={delivery.leftOut.length > 0 ? delivery.leftOut.join("\n") : undefined}
    >
      <span className="delivery-way">{words[delivery.way](delivery.label)}</span>
      <span className="delivery-facts">
        {format.ago(delivery.at)}
        {facts.map((fact) => ` · ${fact}`)}
      </span>
    </div>
  );
});
