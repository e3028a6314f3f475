type KeyHintsProps = { places: { label: string; key?: string }[] };

/** The keyboard's shortcuts, opened by `?`. They can be switched off, since single keys disturb some tools. */
export const KeyHints = ({ places }: KeyHintsProps) => (
  <dialog id="keys" class="dialog" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl class="keys">
      <Key keys={['?']} does="This list" />
      <Key keys={['/']} does="Search on this page" />
      {places.map(({ label, key }) => key && <Key keys={['g', key]} does={label} />)}
    </dl>
    <form method="dialog" class="form">
      <label class="choice">
        <input type="checkbox" id="keys-on" checked />
        <span>Use these keys in this browser</span>
      </label>
      <div class="acts">
        <button class="button" type="submit">
          Close
        </button>
      </div>
    </form>
  </dialog>
);

const Key = ({ keys, does }: { keys: string[]; does: string }) => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd>{key}</kbd>
      ))}
    </dt>
    <dd>{does}</dd>
  </div>
);
