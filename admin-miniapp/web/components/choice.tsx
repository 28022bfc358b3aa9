/** One of several, as a row of chips: radio buttons to keyboards and screen readers. */
export function Choice<Value extends string>({
  name,
  label,
  options,
  value,
  choose,
}: {
  name: string
  label: string
  options: readonly { value: Value; words: string }[]
  value: NoInfer<Value>
  choose: (value: NoInfer<Value>) => void
}) {
  return (
    <fieldset class="choice">
      <legend class="unseen">{label}</legend>
      {options.map((option) => (
        <label class="chip" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => choose(option.value)}
          />
          <span>{option.words}</span>
        </label>
      ))}
    </fieldset>
  )
}
