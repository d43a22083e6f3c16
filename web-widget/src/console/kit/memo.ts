import { Component, type ComponentChild, type ComponentType, type FunctionComponent, h } from "preact";

/** Renders again only if a prop changes. */
export function memo<P extends object>(Inner: FunctionComponent<P>): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const now: Readonly<P> = this.props;
      const names = Object.keys({ ...now, ...next }) as (keyof P)[];
      return names.some(name => now[name] !== next[name]);
    }
    override render(): ComponentChild {
      return h(Inner, this.props as P);
    }
  };
}
