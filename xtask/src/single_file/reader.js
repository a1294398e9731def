
;((program) => wasm_bindgen({ module_or_path: Uint8Array.from(atob(program), (letter) => letter.charCodeAt(0)) }))
