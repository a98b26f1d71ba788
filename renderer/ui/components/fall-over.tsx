import { Component, type ReactNode } from "react";
import { useText } from "../text/use-text.tsx";

/** What is left when a component throws: a sentence and a way on instead of a white page. */
export class FallOver extends Component<{ readonly children: ReactNode }, { readonly hasFallen: boolean }> {
  override state = { hasFallen: false };

  static getDerivedStateFromError(): { readonly hasFallen: boolean } {
    return { hasFallen: true };
  }

  override render(): ReactNode {
    return this.state.hasFallen ? <Fallen /> : this.props.children;
  }
}

function Fallen() {
  const words = useText().reading.status;
  return (
    <main className="stand-in">
      <div className="stand-in-card" role="alert">
        <h1>{words.problem}</h1>
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </main>
  );
}
