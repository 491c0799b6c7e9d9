/** What a person acts with: buttons that are buttons, and parts that wait for their turn. */
export const SIGN_IN_STYLES = `
[hidden]{display:none!important}
button.button{border:1px solid var(--accent);font:inherit;font-weight:600;cursor:pointer}
button.button:disabled{opacity:.55;cursor:default;text-decoration:none}
.button.plain{background:none;color:var(--accent)}
.actions{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center;margin-top:1rem}
.actions .button{margin-top:0}
.actions input[type=file]{font:inherit;max-width:100%}
#desk-sign-in h3{margin:1.75rem 0 .4rem}
#desk-sign-in .banner{margin-top:1rem}
`
