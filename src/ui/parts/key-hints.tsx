type KeyHintsProps = { places: { label: string; key?: string }[]; inbox?: boolean };

/** What keys do in the inbox: in the list to the row that has the focus, in a thread to the thread. */
const INBOX = [
  ['e', 'Put it away'],
  ['a', 'Give it to me'],
  ['s', 'Set aside (in the list: until tomorrow)'],
  ['r', 'Write the answer'],
  ['c', 'Choose a canned reply'],
  ['n', 'Write a note'],
  ['l', 'Put on a label'],
  ['h', 'Settle the hold'],
  ['o', 'Count it as an answer'],
  ['y', 'Confirm the draft contact report'],
  ['u', 'Back to the list'],
  ['z', 'Undo'],
] as const;

/** The keyboard's shortcuts, opened by `?`. They can be switched off, since single keys disturb some tools. */
export const KeyHints = ({ places, inbox }: KeyHintsProps) => (
  <dialog id="keys" class="dialog" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl class="keys">
      <Key keys={['?']} does="This list" />
      <Key keys={['/']} does="Search on this page" />
      <Key keys={['j']} does="Next in the list" />
      <Key keys={['k']} does="The one before" />
      <Key keys={['Enter']} does="Open it" />
      {inbox && INBOX.map(([key, does]) => <Key keys={[key]} does={does} />)}
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
