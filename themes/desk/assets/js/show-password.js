/** A button beside a password that shows what was typed; without this script there is no button and nothing is missing. */
class ShowPassword extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    const show = (shown) => {
      field.type = shown ? "text" : "password";
      button.textContent = shown ? this.dataset.hide : this.dataset.show;
      button.setAttribute("aria-pressed", String(shown));
    };
    button.onclick = () => show(field.type === "password");
    // Browsers keep what was typed in visible fields, and would offer it to the next person.
    field.form?.addEventListener("submit", () => show(false));
    show(false);
    this.append(button);
  }
}

customElements.define("show-password", ShowPassword);
