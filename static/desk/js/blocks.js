// Starts content-editor as its index.js does, without the style that one injects, without tabs and collapsing.
import { initContext } from "content-editor/context"
import { DragDrop } from "content-editor/dragdrop"
import { Machine } from "content-editor/machine"
import { Regions } from "content-editor/regions"
import { Sections } from "content-editor/sections"
import { delegate, emit } from "content-editor/utils"

class Sheet extends Machine {
  // A new block is called what it is, not “new”.
  handleFormsetAdded(row, prefix) {
    const label = row.querySelector("h3 .inline_label")
    const kind = label?.textContent
    super.handleFormsetAdded(row, prefix)
    if (label) label.textContent = kind
  }

  // Nothing folds on the sheet: a title is a handle, and removing a block is undone by the same ✕.
  bindCollapseHandlers() {
    delegate(this.orderMachine, "change", ".delete > input", (_event, box) => {
      box.closest(".inline-related").classList.toggle("for-deletion", box.checked)
    })
  }
}

function start() {
  const blocks = initContext()
  const machine = new Sheet(blocks)
  const sections = new Sections(blocks, machine)
  const regions = new Regions(blocks, machine)
  machine.wire({ sections, regions, dragdrop: new DragDrop(blocks, machine, sections) })
  blocks.addPluginButton = (...plugin) => regions.addPluginButton(...plugin)

  machine.addPluginIcons()
  const groups = blocks.plugins.map(({ prefix }) => document.getElementById(`${prefix}-group`))
  machine.reorderInlines(groups.filter(Boolean))
  for (const group of groups) group.hidden = true
  regions.assignToInlines()
  for (const { prefix, button } of blocks.plugins) blocks.addPluginButton(prefix, button, true)
  regions.initTabs()
  regions.selectInitial()
  if (!blocks.allowChange) machine.wrapper.classList.add("order-machine-readonly")
  for (const box of machine.orderMachine.querySelectorAll(".delete > input:checked")) {
    box.closest(".inline-related").classList.add("for-deletion")
  }
  emit("content-editor:ready")
}

// After Django's own scripts, which wait for the same signal and make the formsets ready.
django.jQuery(start)
