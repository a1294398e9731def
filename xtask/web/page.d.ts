// What the scripts of a page share, with each other and with its program.

/** The fetching of programs, and the messages of a page that does not start (src/boot/boot.js). */
interface Boot {
  /** Fetches and compiles a module of WebAssembly, and fetches its texts in the language of the page. */
  loaded(address: string | URL, name?: string): Promise<WebAssembly.Module>;
  /** Fetches the texts of a module in a language, `nb-start`. */
  part(name: string): Promise<string>;
  /** The texts that have been fetched. */
  texts: Record<string, string>;
  /** The elements of a message: there once `boot-messages.js` has been loaded. */
  messages?(lang: string, cause: Cause, detail: string): Node[] | undefined;
  /** The texts of these messages by language and name, of `boot-messages.js` as well. */
  messageTexts?: Record<string, Record<string, string>>;
}

/** Why a page does not start. */
type Cause = 'old' | 'wasm' | 'policy' | 'frame' | 'file' | 'memory' | 'damaged' | 'part' | 'stuck' | 'other';

/** The request for the lock on the session that `src/boot/early.js` makes and `src/session/tabs.rs` takes over. */
interface LockRequest {
  /** Whether the lock was free; undefined until the browser has answered. */
  isFree?: boolean;
  /** Whether the lock is lost, or cannot be requested. */
  isLost?: boolean;
  /** Releases the lock. */
  release?: () => void;
  /** Set by the program: called once `isFree` is there. */
  answered?: () => void;
  /** Set by the program: called once `isLost` is true. */
  lost?: () => void;
}

interface Window {
  boot: Boot;
  /** The program of the page, being compiled. */
  program?: Promise<WebAssembly.Module>;
  lockRequest?: LockRequest;
  /** Applies the styles, which are text until there is something to show. */
  applyStyles?: () => void;
  /** Where a page in a single file finds its other files. */
  beside?: Record<string, string>;
  /** The events that the demo has received. */
  heard: object[];
  /** Sends a command to the device of the demo. */
  ask: Promise<(command: object) => Promise<object>>;
  /** The errors of the page that a test has recorded. */
  kerbAndQuayErrors: string[];
  /** Causes an error in the page. */
  kerbAndQuayFail: (message: string) => void;
}

declare const boot: Boot;

/** The program of a worker, as wasm-bindgen exports it to classic scripts. */
declare function wasm_bindgen(options: { module_or_path: BufferSource }): Promise<unknown>;
