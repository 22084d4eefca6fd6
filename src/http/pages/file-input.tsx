interface FileInputProps {
  name: string;
  /** What the button says. */
  label: string;
  accept?: string;
  multiple?: boolean;
  /** A whole folder. */
  folder?: boolean;
  /** The id of what describes it. */
  about?: string;
}

/**
 * A file to choose: the label is the button, beside it what was chosen. Without script the browser says it in its own words;
 * with script (assets/file-inputs.js) ours do.
 */
export function FileInput({ name, label, accept, multiple, folder, about }: FileInputProps) {
  const id = `field-${name}`;
  return (
    <div class="file-input" data-file-input>
      <label for={id}>{label}</label>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        multiple={multiple}
        aria-describedby={about}
        {...(folder ? { webkitdirectory: true } : {})}
      />
      <span class="small soft" data-file-names role="status" hidden />
    </div>
  );
}
