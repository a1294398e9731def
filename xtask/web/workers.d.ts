// What the classic scripts of workers share.

/** The program of a worker, as wasm-bindgen exports it to classic scripts. */
declare function wasm_bindgen(options: { module_or_path: BufferSource }): Promise<unknown>;

interface WorkerGlobalScope {
  /** Answers a request to an emulated board: `src/bin/twin.rs` calls it. */
  askBoards: (line: string) => string;
}
