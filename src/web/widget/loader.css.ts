// The look of the launcher and the frame, kept in a shadow root where the shop's own styles cannot reach.

export const LOADER_CSS = `
:host{all:initial;position:fixed;z-index:2147483000;inset-block-end:20px;inset-inline-end:20px;font:500 15px/1 system-ui,sans-serif}
button{all:unset;box-sizing:border-box;cursor:pointer;width:60px;height:60px;border-radius:50%;background:#0e5a50;color:#fbfaf6;display:grid;place-items:center;box-shadow:0 6px 24px rgb(20 16 8/.28);transition:transform .16s,background .16s}
button:hover{background:#0a473f;transform:translateY(-1px)}
button:focus-visible{outline:3px solid #0e5a50;outline-offset:3px}
svg{width:26px;height:26px}
i{position:absolute;inset-block-start:-2px;inset-inline-end:-2px;min-width:22px;box-sizing:border-box;padding:4px 6px;border-radius:11px;background:#b23a22;color:#fff;font:600 13px/14px system-ui,sans-serif;text-align:center}
[hidden]{display:none!important}
iframe{position:absolute;inset-block-end:76px;inset-inline-end:0;border:0;width:384px;height:min(640px,calc(100vh - 116px));border-radius:18px;box-shadow:0 18px 60px rgb(20 16 8/.26),0 0 0 1px rgb(20 16 8/.08);visibility:hidden;opacity:0;transform:translateY(10px);transition:opacity .18s,transform .18s,visibility .18s;background:#f7f4ee}
iframe.open{visibility:visible;opacity:1;transform:none}
@media (max-width:560px){
iframe{position:fixed;inset:0;width:100%;height:var(--tall,100dvh);top:var(--top,0);border-radius:0;box-shadow:none}
:host(.open) button{visibility:hidden}
}
@media (prefers-color-scheme:dark){iframe{background:#161412;box-shadow:0 18px 60px rgb(0 0 0/.5),0 0 0 1px #35302a}button{background:#17796b}button:hover{background:#1c8d7d}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
@media print{:host{display:none}}
`
