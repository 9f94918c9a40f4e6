// What the type checker cannot know by itself: it reads neither selectors nor the page, so what is looked for is taken for
// being there.

/** What a selector finds: any of these kinds. */
interface Found extends HTMLElement {
  autocomplete: AutoFill;
  checked: boolean;
  content: DocumentFragment;
  disabled: boolean;
  elements: HTMLFormControlsCollection;
  files: FileList | null;
  hash: string;
  maxLength: number;
  name: string;
  open: boolean;
  options: HTMLOptionsCollection;
  readOnly: boolean;
  search: string;
  type: string;
  validity?: ValidityState;
  value: string;
}

interface HTMLElement {
  readonly dataset: Record<string, any>;
  readonly firstChild: Found;
  readonly firstElementChild: Found;
  readonly lastElementChild: Found;
  readonly nextElementSibling: Found;
  readonly nextSibling: Found;
  readonly parentElement: Found;
  closest(selector: string): Found;
  getAttribute(name: string): string;
}

interface HTMLElementEventMap {
  /** A form is filled again: how many entries a list had, and what was typed by the controls' ids. */
  restore: CustomEvent<{ count: (list: string) => number; typed: Record<string, any> }>;
}

interface HTMLFormControlsCollection {
  [name: string]: any;
  [Symbol.iterator](): ArrayIterator<Found>;
}

interface Event {
  /** What is dropped has it. */
  readonly dataTransfer?: DataTransfer | null;
}

interface Document {
  getElementById(id: string): Found | null;
}

interface EventTarget {
  /** Elements have both; text and the document have neither. */
  closest?(selector: string): Found | null;
  matches?(selector: string): boolean;
}

interface JSON {
  /** What no storage has is read as null. */
  parse(text: string | null): any;
}

/** Trusted Types, which not every browser has. */
declare var trustedTypes:
  { createPolicy(name: string, rules: Record<string, (text: any) => string>): { createScriptURL(name: string): string } } | undefined;
