type SnippetPickerProps = { id: string; snippets: { id: string; title: string; words: string }[] };

/** Canned replies beside an answer: chosen, then put in. Without script the server puts it in and shows the page again. */
export const SnippetPicker = ({ id, snippets }: SnippetPickerProps) =>
  snippets.length === 0 ? (
    <p class="small soft">
      <a href="/inbox/snippets/new">Write a canned reply</a> for what you answer often.
    </p>
  ) : (
    <div class="field">
      <label for="snippet">
        Canned reply <span class="soft">(optional)</span>
      </label>
      <div class="acts">
        <select class="input" id="snippet" name="snippet" data-key="c" aria-keyshortcuts="c">
          <option value="">Choose one</option>
          {snippets.map((one) => (
            <option value={one.id} data-words={one.words}>
              {one.title}
            </option>
          ))}
        </select>
        <button
          class="button"
          type="submit"
          formaction={`/inbox/${id}/insertion`}
          formnovalidate
          data-inserts="snippet field-body"
        >
          Put it in
        </button>
      </div>
    </div>
  );
