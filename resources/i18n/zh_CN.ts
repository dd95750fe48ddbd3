<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Acting</name>
    <message>
        <source>“{field}” cannot be read as it is written.</source>
        <translation>“{field}”这样写读不出来。</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>by the list</source>
        <translation>按清单</translation>
    </message>
    <message>
        <source>by place and task</source>
        <translation>按地点和职能</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>helps</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>from closed cases</source>
        <translation>按已办结案件</translation>
    </message>
    <message>
        <source>led</source>
        <translation>办过</translation>
    </message>
    <message>
        <source>item {n}</source>
        <translation>第{n}项</translation>
    </message>
    <message>
        <source>list: {unit}</source>
        <translation>清单：{unit}</translation>
    </message>
    <message>
        <source>so far: {unit}, {why}</source>
        <translation>以往：{unit}，{why}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Who must act</source>
        <translation>谁来办</translation>
    </message>
    <message>
        <source>Nothing points at a unit</source>
        <translation>没有线索指向任何单位</translation>
    </message>
    <message>
        <source>Neither the list nor closed cases know a matter like this.</source>
        <translation>职责清单和已办结案件里都没有这样的事项。</translation>
    </message>
    <message>
        <source>Units and reasons</source>
        <translation>单位和理由</translation>
    </message>
    <message>
        <source>no closed cases were counted yet</source>
        <translation>还没有统计过已办结案件</translation>
    </message>
    <message>
        <source>learned from {n} closed cases, {time}</source>
        <translation>统计了{n}件已办结案件，{time}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open the evidence</source>
        <translation>看依据案件</translation>
    </message>
    <message>
        <source>Let it lead</source>
        <translation>由它主办</translation>
    </message>
    <message>
        <source>rests on {numbers}</source>
        <translation>依据：{numbers}</translation>
    </message>
    <message>
        <source>Who must act was settled: {stage}. It is asked until a unit has signed.</source>
        <translation>谁来办已经定了（{stage}）。签收之前才问谁来办。</translation>
    </message>
    <message>
        <source>{stage}: the units have it. Another one gets it by disputing the duty (M).</source>
        <translation>{stage}：单位已经接到。要换单位，按 M 走职责争议。</translation>
    </message>
</context>
<context>
    <name>AlarmSection</name>
    <message>
        <source>of this computer</source>
        <translation>只在本机</translation>
    </message>
    <message>
        <source>tones on, off</source>
        <translation>声音开、关</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>try the tone</source>
        <translation>试真实音</translation>
    </message>
    <message>
        <source>try the drill's tone</source>
        <translation>试演练音</translation>
    </message>
    <message>
        <source>mute, sound again</source>
        <translation>静音、恢复</translation>
    </message>
    <message>
        <source>flash, stand still</source>
        <translation>闪烁、不闪</translation>
    </message>
    <message>
        <source>kept on this computer, at once in force</source>
        <translation>存在本机，立刻生效</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>A limit that runs out in an incident sounds: one tone, again each minute until F8, after {most} times silent. Switched off, the screen still shows everything.</source>
        <translation>处置中的时限到了就响一声，F8 知悉之前每分钟再响，响 {most} 次后不再响。关掉声音，屏幕照样显示。</translation>
    </message>
    <message>
        <source>Alarm tones</source>
        <translation>告警声音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Of the tones; the computer's own volume comes on top.</source>
        <translation>告警声的音量；电脑自己的音量另算。</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Try the tones</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Silence for a while</source>
        <translation>静音一会儿</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>不闪</translation>
    </message>
    <message>
        <source>The tile of a late department flashes once a second until F8. Standing still it stays red.</source>
        <translation>超时部门的卡片每秒闪一次，到 F8 知悉为止；不闪时保持红色。</translation>
    </message>
    <message>
        <source>Late departments</source>
        <translation>超时的部门</translation>
    </message>
    <message>
        <source>What is told, and how</source>
        <translation>什么会提醒，怎么提醒</translation>
    </message>
    <message>
        <source>the same at every seat</source>
        <translation>每台都一样</translation>
    </message>
    <message>
        <source>An alarm never takes the keyboard and opens no window.</source>
        <translation>告警不抢键盘，不弹窗口。</translation>
    </message>
    <message>
        <source>Nothing heard? Look at the loudspeaker; without one the computer beeps.</source>
        <translation>没听见？看看音箱；没有音箱时电脑会蜂鸣。</translation>
    </message>
    <message>
        <source>The tones are off.</source>
        <translation>声音已关。</translation>
    </message>
    <message>
        <source>Silent until {time}, {left} left. The screen goes on showing.</source>
        <translation>静音到 {time}，还剩 {left}。屏幕照样显示。</translation>
    </message>
    <message>
        <source>Sound again</source>
        <translation>恢复声音</translation>
    </message>
    <message>
        <source>For a talk on the phone; after {n} minutes they sound again by themselves.</source>
        <translation>接打电话时用；{n} 分钟后自动恢复。</translation>
    </message>
    <message>
        <source>Mute for {n} minutes</source>
        <translation>静音 {n} 分钟</translation>
    </message>
    <message>
        <source>more than {n}: limits too tight?</source>
        <translation>超过 {n} 次，时限是不是太紧</translation>
    </message>
    <message>
        <source>at most {n} is good</source>
        <translation>不超过 {n} 次为好</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>近一小时告警</translation>
    </message>
    <message>
        <source>Last {n} hours</source>
        <translation>近 {n} 小时告警</translation>
    </message>
    <message>
        <source>{n} an hour</source>
        <translation>平均每小时 {n} 次</translation>
    </message>
    <message>
        <source>Wait for F8</source>
        <translation>待知悉</translation>
    </message>
    <message>
        <source>nobody has noted them</source>
        <translation>还没人按 F8</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>A department has not answered, not left or not arrived in time</source>
        <translation>部门没按时响应、出发或到场</translation>
    </message>
    <message>
        <source>A report of an incident is due: leader, district, update, final</source>
        <translation>该报信息了：报领导、报区、续报、终报</translation>
    </message>
    <message>
        <source>An order of the command post is past its time</source>
        <translation>指挥部的指令过了时限</translation>
    </message>
    <message>
        <source>A case is past its limit</source>
        <translation>案件过了时限</translation>
    </message>
    <message>
        <source>A measure of a problem is past its day, or its recheck</source>
        <translation>问题的措施或复查超时</translation>
    </message>
    <message>
        <source>A decision of a consultation is past its day</source>
        <translation>会商议定事项超时</translation>
    </message>
    <message>
        <source>What was adopted of a proposal is past its day</source>
        <translation>居民提案落实超时</translation>
    </message>
    <message>
        <source>What runs out</source>
        <translation>什么到时</translation>
    </message>
    <message>
        <source>How it is told</source>
        <translation>怎么提醒</translation>
    </message>
    <message>
        <source>tone and screen</source>
        <translation>响声并显示</translation>
    </message>
    <message>
        <source>screen only</source>
        <translation>只显示</translation>
    </message>
</context>
<context>
    <name>Amend</name>
    <message>
        <source>Correct the case</source>
        <translation>更正案件</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Sample of the look</source>
        <translation>外观样例</translation>
    </message>
    <message>
        <source>Title of a screen</source>
        <translation>画面标题</translation>
    </message>
    <message>
        <source>Title of a panel or a tile</source>
        <translation>卡片标题</translation>
    </message>
    <message>
        <source>A name in a table</source>
        <translation>表格里的名字</translation>
    </message>
    <message>
        <source>The words of a table</source>
        <translation>表格里的文字</translation>
    </message>
    <message>
        <source>The smallest words, below other words</source>
        <translation>最小的说明文字</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>wants a look</source>
        <translation>要看一下</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>{file} was imported by itself: {created} created, {updated} updated, {rejected} rejected</source>
        <translation>{file} 已自动导入：新增 {created}，更新 {updated}，未导入 {rejected}</translation>
    </message>
    <message>
        <source>{file} was not imported by itself. {why}</source>
        <translation>{file} 没有自动导入。{why}</translation>
    </message>
    <message>
        <source>The folder of exports cannot be watched. {why}</source>
        <translation>导出文件夹看不了。{why}</translation>
    </message>
    <message>
        <source>The program did not end properly last time. Nothing acknowledged is lost. Drafts that are here: {n}.</source>
        <translation>上次非正常退出，已恢复；确认过的一条没丢，草稿 {n} 条还在。</translation>
    </message>
    <message>
        <source>In force, but not kept on the disk: {why}</source>
        <translation>已生效，但没能存盘：{why}</translation>
    </message>
</context>
<context>
    <name>ApproveSheet</name>
    <message>
        <source>choose the leader who approves</source>
        <translation>选批准的领导</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
</context>
<context>
    <name>AssignSheet</name>
    <message>
        <source>Replace</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Name or pinyin initials; a new name enters a newcomer</source>
        <translation>姓名或拼音首字母；名录里没有的，打全名即新增</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁来</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Phone of the newcomer</source>
        <translation>新人电话</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>such as community worker</source>
        <translation>如 社区工作者</translation>
    </message>
    <message>
        <source>Now: {name} {phone}</source>
        <translation>现任：{name} {phone}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>In office since</source>
        <translation>任职自</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>such as retired worker</source>
        <translation>如 退休职工</translation>
    </message>
    <message>
        <source>Why the post changes hands</source>
        <translation>换人原因</translation>
    </message>
    <message>
        <source>new in the roster</source>
        <translation>名录新增</translation>
    </message>
    <message>
        <source>Choose somebody, or type a new name.</source>
        <translation>请选一个人，或打出新名字。</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>这里还缺内容。</translation>
    </message>
    <message>
        <source>Write the day like 2026-07-24.</source>
        <translation>日期请写成 2026-07-24 这样。</translation>
    </message>
</context>
<context>
    <name>AttachmentSheet</name>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Nothing attached yet</source>
        <translation>还没有附件</translation>
    </message>
    <message>
        <source>Press A, drop files here, or paste a picture.</source>
        <translation>按 A 添加，拖入文件，或粘贴图片。</translation>
    </message>
    <message>
        <source>Kept byte for byte on this computer, with what the camera wrote into it, the place of a photo included.</source>
        <translation>按原样保存在本机，不改动内容；相机写入的信息（含拍摄位置）也一并保留。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>另存</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>There is no picture and no file in the clipboard.</source>
        <translation>剪贴板里没有图片或文件。</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>另存附件</translation>
    </message>
    <message>
        <source>Take an attachment out</source>
        <translation>移出附件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已移出</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Attachments: {n}</source>
        <translation>附件 {n} 个</translation>
    </message>
</context>
<context>
    <name>BackEntrySheet</name>
    <message>
        <source>Enter what was written by hand</source>
        <translation>补录手工记录</translation>
    </message>
    <message>
        <source>both times are kept: the one on the paper and the one of the entry</source>
        <translation>两个时间都留：纸上的时刻和补录的时刻</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Unit (number or name)</source>
        <translation>单位（序号或名称）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原话、说明</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>补到</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>A new incident, blown while the computer was dead</source>
        <translation>新事件（停机时吹的哨）</translation>
    </message>
    <message>
        <source>Blown at</source>
        <translation>吹哨时刻</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>什么事</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪里</translation>
    </message>
    <message>
        <source>What will be entered</source>
        <translation>将补录为</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不补</translation>
    </message>
    <message>
        <source>Enter all rows</source>
        <translation>全部补录</translation>
    </message>
    <message>
        <source>Write the time as on the paper, such as 2147</source>
        <translation>照纸上写时刻，如 2147</translation>
    </message>
    <message>
        <source>How many people is a number</source>
        <translation>人数写数字</translation>
    </message>
    <message>
        <source>“{text}” fits several: {units}. Write more of it</source>
        <translation>“{text}”有几个：{units}。写全一点</translation>
    </message>
    <message>
        <source>“{text}” is no unit: its number on the board, its code or its name</source>
        <translation>没有单位“{text}”：写板上序号、代号或名称</translation>
    </message>
    <message>
        <source>Write what happened</source>
        <translation>写发生了什么</translation>
    </message>
    <message>
        <source>What did it do? 通知 应答 出发 到场 处置 完成 清点 撤离 归建 拒绝 未接 失联</source>
        <translation>做了什么？通知 应答 出发 到场 处置 完成 清点 撤离 归建 拒绝 未接 失联</translation>
    </message>
    <message>
        <source>Write how many people</source>
        <translation>写几个人</translation>
    </message>
    <message>
        <source>Write the reason into the words</source>
        <translation>理由写在“原话”里</translation>
    </message>
    <message>
        <source>Write why or where into the words</source>
        <translation>原因或地点写在“原话”里</translation>
    </message>
    <message>
        <source>Write how many were promised</source>
        <translation>写答应来几人</translation>
    </message>
    <message>
        <source>No number belongs to this</source>
        <translation>这一步不写人数</translation>
    </message>
    <message>
        <source>This cannot be read</source>
        <translation>这一行看不懂</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>told upward</source>
        <translation>记已报</translation>
    </message>
    <message>
        <source>a line of the log</source>
        <translation>记一条情况</translation>
    </message>
    <message>
        <source>Write when the whistle was blown, such as 2138</source>
        <translation>写吹哨时刻，如 2138</translation>
    </message>
    <message>
        <source>{n} rows entered; each keeps the time on the paper</source>
        <translation>已补录 {n} 行，纸上时刻都保留</translation>
    </message>
    <message>
        <source>Not saved; see the strip above. Nothing typed is lost.</source>
        <translation>没有存上，见上方提示。已打的字都在。</translation>
    </message>
</context>
<context>
    <name>BankWords</name>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Rechecked</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Struck off</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>Long term</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>all the year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>flood season</source>
        <translation>汛期</translation>
    </message>
    <message>
        <source>heating season</source>
        <translation>供暖期</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>夏季</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>at night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>待开</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已开</translation>
    </message>
    <message>
        <source>Minuted</source>
        <translation>已出纪要</translation>
    </message>
    <message>
        <source>Closed|consultation</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>came</source>
        <translation>到会</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Discussed</source>
        <translation>议事</translation>
    </message>
    <message>
        <source>Voted</source>
        <translation>表决</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>立项</translation>
    </message>
    <message>
        <source>Not adopted</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>落实</translation>
    </message>
    <message>
        <source>Closed|proposal</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>courtyard hall</source>
        <translation>小院议事厅</translation>
    </message>
    <message>
        <source>neighbours' hall</source>
        <translation>老街坊议事厅</translation>
    </message>
    <message>
        <source>opinion post</source>
        <translation>民情驿站</translation>
    </message>
    <message>
        <source>judge's point</source>
        <translation>法官联系点</translation>
    </message>
    <message>
        <source>property hall</source>
        <translation>物业议事</translation>
    </message>
    <message>
        <source>app</source>
        <translation>手机应用</translation>
    </message>
    <message>
        <source>mobile desk</source>
        <translation>移动办公桌</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>recheck</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>review of the problem</source>
        <translation>长期问题复核</translation>
    </message>
    <message>
        <source>consultation</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>decision of a consultation</source>
        <translation>会商议定事项</translation>
    </message>
    <message>
        <source>carry out the proposal</source>
        <translation>提案落实</translation>
    </message>
    <message>
        <source>survey after the trial</source>
        <translation>试行后测评</translation>
    </message>
    <message>
        <source>waits for it</source>
        <translation>待会商</translation>
    </message>
    <message>
        <source>before a leader</source>
        <translation>已上提</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>duty disputed</source>
        <translation>职责争议</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>已延期</translation>
    </message>
    <message>
        <source>review near</source>
        <translation>挂账将复核</translation>
    </message>
    <message>
        <source>called again</source>
        <translation>重复来电</translation>
    </message>
    <message>
        <source>high risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>waits for a word</source>
        <translation>待答复</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>真实</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Left / over</source>
        <translation>剩余 / 超时</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Section + community</source>
        <translation>科室 + 社区（双派）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Due within the hour</source>
        <translation>1 小时内到期</translation>
    </message>
    <message>
        <source>Due before hand-over</source>
        <translation>交班前到期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后到期</translation>
    </message>
    <message>
        <source>Report-in board</source>
        <translation>部门报到板</translation>
    </message>
    <message>
        <source>a digit is one step</source>
        <translation>数字键推进一步</translation>
    </message>
    <message>
        <source>keyboard here</source>
        <translation>键盘在此</translation>
    </message>
</context>
<context>
    <name>Briefing</name>
    <message>
        <source>Place; may be confirmed later</source>
        <translation>地点，可以后补</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>In a few words what happened (may stay empty)</source>
        <translation>一句话说情况（可空）</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>出了什么事</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>不带</translation>
    </message>
    <message>
        <source>perhaps: {names} · [↓] chooses</source>
        <translation>相近：{names} · 按 [↓] 选</translation>
    </message>
    <message>
        <source>Join it</source>
        <translation>并入在办</translation>
    </message>
    <message>
        <source>It is another one</source>
        <translation>另一件</translation>
    </message>
    <message>
        <source>First guess:</source>
        <translation>初判：</translation>
    </message>
    <message>
        <source>grade unknown</source>
        <translation>等级不明</translation>
    </message>
    <message>
        <source>gather at {place}</source>
        <translation>集结 {place}</translation>
    </message>
    <message>
        <source>Brought along: case {number} “{title}”</source>
        <translation>带入：案件 {number}「{title}」</translation>
    </message>
    <message>
        <source>Brought along: warning “{title}”</source>
        <translation>带来：预警“{title}”</translation>
    </message>
    <message>
        <source>Brought along: {place} of the roster</source>
        <translation>带入：街巷长名录 {place}</translation>
    </message>
    <message>
        <source>not recognised; it is written as typed</source>
        <translation>认不出，按原样记下</translation>
    </message>
    <message>
        <source>grid {names}</source>
        <translation>网格 {names}</translation>
    </message>
    <message>
        <source>assembly point {name}</source>
        <translation>集结点 {name}</translation>
    </message>
    <message>
        <source>not: {names}</source>
        <translation>不是{names}</translation>
    </message>
    <message>
        <source>no shift is planned</source>
        <translation>还没排班</translation>
    </message>
    <message>
        <source>The plan's warnings stand here.</source>
        <translation>选了预案，这里列危险和要领。</translation>
    </message>
    <message>
        <source>Dangers</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Do not forget</source>
        <translation>切记</translation>
    </message>
    <message>
        <source>Aims of the drill</source>
        <translation>演练目标</translation>
    </message>
    <message>
        <source>Script, minutes after the start</source>
        <translation>演练情景（开始后分钟）</translation>
    </message>
    <message>
        <source>departments {n}, with a number {m}</source>
        <translation>{n} 个部门，{m} 个有电话</translation>
    </message>
    <message>
        <source>no number: {names}</source>
        <translation>没有电话：{names}</translation>
    </message>
    <message>
        <source>The place is to be confirmed; it can be added while the phones ring</source>
        <translation>地点待定，可边打电话边补</translation>
    </message>
    <message>
        <source>Can be taken back for 10 s, until the first call is logged</source>
        <translation>吹哨后 10 秒内、记首个电话前可撤回</translation>
    </message>
</context>
<context>
    <name>BulkActs</name>
    <message>
        <source>Nothing is ticked: only {number}</source>
        <translation>没有勾选：只办 {number} 这一件</translation>
    </message>
    <message>
        <source>Take back the last act ({n} cases)</source>
        <translation>收回上一次批量（{n} 件）</translation>
    </message>
    <message>
        <source>No case is ticked.</source>
        <translation>没有勾选案件。</translation>
    </message>
    <message>
        <source>{total} cases are ticked; at most {most} go at once. Narrow the list first.</source>
        <translation>勾选了 {total} 件，一次最多办 {most} 件。请先筛选。</translation>
    </message>
    <message>
        <source>Tick at least two cases to link them.</source>
        <translation>关联至少要勾选两件。</translation>
    </message>
    <message>
        <source>{act}: {n} cases</source>
        <translation>{act}：{n} 件</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>There is no act on many cases to take back.</source>
        <translation>没有可收回的批量操作。</translation>
    </message>
    <message>
        <source>Refused when taken back: {n} cases</source>
        <translation>收回时被拒：{n} 件</translation>
    </message>
    <message>
        <source>Taken back by correcting entries: {n}</source>
        <translation>已用更正收回 {n} 件</translation>
    </message>
    <message>
        <source>not taken back: {n} ({why})</source>
        <translation>{n} 件没有收回（{why}）</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Press for action</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Change the grade</source>
        <translation>改等级</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>改类别</translation>
    </message>
    <message>
        <source>Assign place and community</source>
        <translation>定点位和社区</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Link with each other</source>
        <translation>互相关联</translation>
    </message>
    <message>
        <source>Close as explained</source>
        <translation>解释后办结</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Words, the same for all of them</source>
        <translation>说明（每件都一样，可空）</translation>
    </message>
    <message>
        <source>that of each case's place</source>
        <translation>按各件的点位</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Section that leads</source>
        <translation>主办科室</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Kind: type initials or a part</source>
        <translation>类别：打首字母或一部分</translation>
    </message>
    <message>
        <source>Place or community: type initials or a part</source>
        <translation>点位或社区：打首字母或一部分</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What was explained</source>
        <translation>解释了什么</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根源</translation>
    </message>
    <message>
        <source>to {units}</source>
        <translation>派给 {units}</translation>
    </message>
    <message>
        <source>presses {units}</source>
        <translation>催 {units}</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>closed as explained</source>
        <translation>解释后办结</translation>
    </message>
    <message>
        <source>note written</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>limit {before} → {after}</source>
        <translation>期限 {before} → {after}</translation>
    </message>
    <message>
        <source>was said and stays said</source>
        <translation>话已说出，不能收回</translation>
    </message>
    <message>
        <source>a first dispatch stays; dispatch to somebody else instead</source>
        <translation>首次派单不能收回，可以改派</translation>
    </message>
    <message>
        <source>a receiver has signed</source>
        <translation>已有单位签收</translation>
    </message>
    <message>
        <source>changed since by somebody</source>
        <translation>之后又有人改过</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>没有改动</translation>
    </message>
</context>
<context>
    <name>BulkSheet</name>
    <message>
        <source>{n} cases</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>会怎样办</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不办</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>First: {field}</source>
        <translation>先填：{field}</translation>
    </message>
    <message>
        <source>looking ahead …</source>
        <translation>正在预演…</translation>
    </message>
    <message>
        <source>Will be done: {n}</source>
        <translation>可办 {n} 件</translation>
    </message>
    <message>
        <source>refused: {n}</source>
        <translation>不能办 {n} 件</translation>
    </message>
    <message>
        <source>It cannot be looked ahead now: {why}</source>
        <translation>现在不能预演：{why}</translation>
    </message>
    <message>
        <source>{act}: {n}</source>
        <translation>{act} {n} 件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停下</translation>
    </message>
    <message>
        <source>Done: {n} of {total}</source>
        <translation>已办 {n}，共 {total}</translation>
    </message>
    <message>
        <source>Done: {n} · not done: {left}</source>
        <translation>已办 {n} 件 · 未办 {left} 件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未存</translation>
    </message>
    <message>
        <source>stopped before</source>
        <translation>停下前没办</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Month {n}</source>
        <translation>{n} 月</translation>
    </message>
    <message>
        <source>W|mark</source>
        <translation>班|mark</translation>
    </message>
    <message>
        <source>R|mark</source>
        <translation>休|mark</translation>
    </message>
</context>
<context>
    <name>CalendarSection</name>
    <message>
        <source>limits in working days count by it</source>
        <translation>按工作日算的时限用它</translation>
    </message>
    <message>
        <source>day, week</source>
        <translation>日、周</translation>
    </message>
    <message>
        <source>worked or rest</source>
        <translation>上班、休息</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>调休与节假日</translation>
    </message>
    <message>
        <source>Begin a table for this year</source>
        <translation>开始编这一年</translation>
    </message>
    <message>
        <source>{year} provisional</source>
        <translation>{year} 暂定</translation>
    </message>
    <message>
        <source>{year}: working days {n}</source>
        <translation>{year} 年 {n} 个工作日</translation>
    </message>
    <message>
        <source>days {n}</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>出处：{source}</translation>
    </message>
    <message>
        <source>No table covers this year yet. Monday to Friday are taken as worked; cases that count working days say so.</source>
        <translation>这一年还没有放假通知，先按周一至周五上班算；按工作日计时的案件会标“暂定”。</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>rest day</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Make it a rest day</source>
        <translation>改为休息</translation>
    </message>
    <message>
        <source>Make it a working day</source>
        <translation>改为上班</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>名目</translation>
    </message>
    <message>
        <source>Which notice says so</source>
        <translation>依据哪个通知</translation>
    </message>
    <message>
        <source>Saved; due dates from now on go by it</source>
        <translation>已存，此后的到期日按它算</translation>
    </message>
    <message>
        <source>Which notice it follows</source>
        <translation>依据哪个通知</translation>
    </message>
    <message>
        <source>Begin a table for {year}</source>
        <translation>开始编 {year} 年日历</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Begun; enter the exceptions with Space</source>
        <translation>已开始，用空格键标出调休和节假日</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>not signed for</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>overdue, press</source>
        <translation>超时催办</translation>
    </message>
    <message>
        <source>contact the citizen</source>
        <translation>联系诉求人</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>by phone to {who}: {how}</source>
        <translation>电话催办{who}：{how}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没接通</translation>
    </message>
    <message>
        <source>no number known</source>
        <translation>没有号码</translation>
    </message>
    <message>
        <source>Nobody has to be called because of these cases.</source>
        <translation>这些案件没有要打的电话。</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>Call list</source>
        <translation>呼叫单</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>要打的电话</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>看号码</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没接通</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>{n} calls, done {done}</source>
        <translation>{n} 个电话，已打 {done}</translation>
    </message>
    <message>
        <source>Nobody has to be called because of these cases.</source>
        <translation>这些案件没有要打的电话。</translation>
    </message>
    <message>
        <source>Only the first {most} cases were looked through; left out: {n}</source>
        <translation>只看了前 {most} 件，还有 {n} 件没看</translation>
    </message>
    <message>
        <source>Why the numbers are needed</source>
        <translation>为什么要看号码</translation>
    </message>
    <message>
        <source>Show numbers of citizens</source>
        <translation>看诉求人号码</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Who looked, when and why is entered on each case.</source>
        <translation>谁看的、何时、为什么，都记入每件案件。</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没接通</translation>
    </message>
</context>
<context>
    <name>Calling</name>
    <message>
        <source>contact {n}: {who}</source>
        <translation>第{n}联系人 {who}</translation>
    </message>
    <message>
        <source>duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>our leader on shift {name}</source>
        <translation>本街道带班领导 {name}</translation>
    </message>
    <message>
        <source>district duty room {name}</source>
        <translation>区值班室 {name}</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>It belongs to the problem</source>
        <translation>已并入问题</translation>
    </message>
    <message>
        <source>Not saved; see the strip above. Nothing typed is lost.</source>
        <translation>没有存上，请看上方提示条。已填内容没有丢。</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>{number} is closed; it lies in “Closed”</source>
        <translation>{number} 已办结，在「已办结」</translation>
    </message>
    <message>
        <source>to correct what was taken down</source>
        <translation>更正登记内容</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Pressed for action; it is on record</source>
        <translation>已催办，已留痕</translation>
    </message>
    <message>
        <source>Handed to {service}; the case stays for tracking</source>
        <translation>已转{service}，案件留着跟踪</translation>
    </message>
    <message>
        <source>No whistle was blown for this case; F9 or H blows one</source>
        <translation>这件案件没有吹过哨；按 F9 或 H 吹哨</translation>
    </message>
    <message>
        <source>Muster whistle: those who may act come here</source>
        <translation>集结报到哨：请有权限的单位来</translation>
    </message>
    <message>
        <source>Joint whistle: several departments share the work</source>
        <translation>联合联动哨：多部门分工办</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派单</translation>
    </message>
</context>
<context>
    <name>CaseAsk</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To and with</source>
        <translation>到（含当天）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>A day is written 2026-07-16 or 7-16.</source>
        <translation>日期写成 2026-07-16 或 7-16。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>截止日早于开始日。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Type initials or a part of the name</source>
        <translation>打首字母或名称的一部分</translation>
    </message>
    <message>
        <source>Number, or its last digits</source>
        <translation>编号，或末几位</translation>
    </message>
    <message>
        <source>130, A0130, 0716-A0130 or the source's number</source>
        <translation>130、A0130、0716-A0130 或来源编号</translation>
    </message>
    <message>
        <source>Go to a case</source>
        <translation>按编号找案件</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>去</translation>
    </message>
    <message>
        <source>There is no case with the number {n}.</source>
        <translation>没有编号 {n} 的案件。</translation>
    </message>
</context>
<context>
    <name>CaseBank</name>
    <message>
        <source>Problem here: {title} · {stage}</source>
        <translation>此处问题：{title} · {stage}</translation>
    </message>
    <message>
        <source>this case is one of {n}</source>
        <translation>本案在内，共{n}件</translation>
    </message>
    <message>
        <source>Consultation {at} · {stage}</source>
        <translation>会商 {at} · {stage}</translation>
    </message>
    <message>
        <source>decided: {told}</source>
        <translation>议定：{told}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>不再办理</translation>
    </message>
    <message>
        <source>{words}, until {day}</source>
        <translation>{words}，{day}前</translation>
    </message>
    <message>
        <source>    this case belongs to it</source>
        <translation>    把本案并入这个问题</translation>
    </message>
    <message>
        <source>Enter as a problem (5)</source>
        <translation>列入问题库（5）</translation>
    </message>
    <message>
        <source>Raise as a residents' proposal</source>
        <translation>登记为居民提案</translation>
    </message>
</context>
<context>
    <name>CaseCells</name>
    <message>
        <source>clock stands</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>not dispatched</source>
        <translation>未派</translation>
    </message>
    <message>
        <source>pressed</source>
        <translation>催办中</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>群体 {n} 人</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重复来电</translation>
    </message>
    <message>
        <source>before anybody complained</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>重办</translation>
    </message>
</context>
<context>
    <name>CaseDetail</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Story of the case</source>
        <translation>案件过程</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Dual dispatch</source>
        <translation>双派单</translation>
    </message>
    <message>
        <source>section and community at once</source>
        <translation>科室与社区同时派</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Section (the first leads)</source>
        <translation>科室（首个主办）</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Note for the dispatch (may stay empty)</source>
        <translation>派单说明（可空）</translation>
    </message>
    <message>
        <source>Note for the dispatch</source>
        <translation>派单说明</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>the words were erased by law</source>
        <translation>原文已依法销毁</translation>
    </message>
    <message>
        <source>solved? {answer}</source>
        <translation>是否解决：{answer}</translation>
    </message>
    <message>
        <source>satisfied? {answer}</source>
        <translation>是否满意：{answer}</translation>
    </message>
    <message>
        <source>answer: {words}</source>
        <translation>答复：{words}</translation>
    </message>
    <message>
        <source>no place given</source>
        <translation>未说地点</translation>
    </message>
    <message>
        <source>grid {names}</source>
        <translation>网格 {names}</translation>
    </message>
    <message>
        <source>nobody in the roster answers for this place</source>
        <translation>名录里没人负责此处</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>no name given</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>source no. {n}</source>
        <translation>来源编号 {n}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Change dispatch</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>assists</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>共 {n} 条</translation>
    </message>
    <message>
        <source>key entries: {n}</source>
        <translation>只看关键 {n} 条</translation>
    </message>
    <message>
        <source>all entries</source>
        <translation>看全部</translation>
    </message>
</context>
<context>
    <name>CaseFilters</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Limit runs in</source>
        <translation>时限按</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Collective</source>
        <translation>集体</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Before complaint</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>已吹哨</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>有附件</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>催过办</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>选定</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>due within a day</source>
        <translation>一天内到期</translation>
    </message>
    <message>
        <source>due later</source>
        <translation>一天后到期</translation>
    </message>
    <message>
        <source>clock stands</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>no limit runs</source>
        <translation>不计时</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>natural days</source>
        <translation>自然日</translation>
    </message>
    <message>
        <source>a day of its own</source>
        <translation>单上写定</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不计时</translation>
    </message>
    <message>
        <source>appeal</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>asking advice</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>report of a breach</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>last 90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>last {n} days</source>
        <translation>近 {n} 天</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} 至 {end}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{n} cases</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>{first} and {n} more</source>
        <translation>{first}等，另 {n} 项</translation>
    </message>
</context>
<context>
    <name>CaseFoot</name>
    <message>
        <source>Note</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Whistle for this case</source>
        <translation>为此案吹哨</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>吹哨</translation>
    </message>
</context>
<context>
    <name>CaseLimitSection</name>
    <message>
        <source>the row that names most wins; orders under way keep what they were given</source>
        <translation>条件最细的一行为准；在办案件时限不变</translation>
    </message>
    <message>
        <source>Where no row fits, the limit of the grade holds (below, changed under Limits). Changing the table moves no order that is under way.</source>
        <translation>没有一行合适的，按等级时限（列在下方，在“时限”里改）。改表不动在办案件。</translation>
    </message>
    <message>
        <source>This row</source>
        <translation>这一行</translation>
    </message>
    <message>
        <source>Conflict with {rows}: both name as much and may fit one order. The earlier end holds.</source>
        <translation>与 {rows} 冲突：条件一样细，可能落在同一件上。先按到期早的一行。</translation>
    </message>
    <message>
        <source>What the table would have changed: being counted</source>
        <translation>按此表会有何不同：正在统计</translation>
    </message>
    <message>
        <source>What the table as it stands would have changed · orders closed in {month}</source>
        <translation>按现表会有何不同 · {month} 办结的案件</translation>
    </message>
    <message>
        <source>None was closed then, so nothing can be tried.</source>
        <translation>当月没有办结的案件，无从试算。</translation>
    </message>
    <message>
        <source>orders {n}; in time by the end each was given {day}, by this table {table}; another end {other}</source>
        <translation>共 {n} 件；按当时时限按期 {day} 件，按此表 {table} 件；到期时间不同的 {other} 件</translation>
    </message>
    <message>
        <source>With this row, the orders closed in {month}</source>
        <translation>加上这一行，{month} 办结的案件</translation>
    </message>
</context>
<context>
    <name>CaseLimits</name>
    <message>
        <source>appeal</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>question</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>report of a breach</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>发现途径</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Holds for orders from</source>
        <translation>起用日期</translation>
    </message>
    <message>
        <source>empty = at once</source>
        <translation>空着即刻起用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Search number, matter, address, phone: two characters are enough</source>
        <translation>搜编号、事项、地址、电话；两个字就够</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>搜案件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Act on them</source>
        <translation>批量办</translation>
    </message>
    <message>
        <source>Untick</source>
        <translation>取消勾选</translation>
    </message>
    <message>
        <source>Ticked: {n} of {total}</source>
        <translation>已选 {n} · 共 {total}</translation>
    </message>
    <message>
        <source>Not searchable yet: {n} cases</source>
        <translation>还有 {n} 件没编入搜索</translation>
    </message>
    <message>
        <source>The search goes on by itself; without it the list shows every case.</source>
        <translation>正在自动编入，稍等再搜；清空搜索能看到全部案件。</translation>
    </message>
    <message>
        <source>Change the filters, or press F2 to register a case.</source>
        <translation>换个筛选，或按 F2 登记一件。</translation>
    </message>
    <message>
        <source>No case in this list</source>
        <translation>这里没有案件</translation>
    </message>
    <message>
        <source>Hits: {n}, the newest first</source>
        <translation>命中 {n} 件，新的在前</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>正在数…</translation>
    </message>
    <message>
        <source>Cases: {n}</source>
        <translation>共 {n} 件</translation>
    </message>
    <message>
        <source>rows that would move: {n} · R sorts anew</source>
        <translation>{n} 行顺序有变 · 按 R 重排</translation>
    </message>
    <message>
        <source>not yet searchable: {n}</source>
        <translation>{n} 件还没编入搜索</translation>
    </message>
    <message>
        <source>limits run by the order's own time</source>
        <translation>时限按各单自己的规定计</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Section + community</source>
        <translation>科室 + 社区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近变动</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Source number</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>clock stands</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不计时</translation>
    </message>
    <message>
        <source>over {span}</source>
        <translation>超 {span}</translation>
    </message>
    <message>
        <source>left {span}</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>collective</source>
        <translation>集体</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>before complaint</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已并案</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>未显示</translation>
    </message>
</context>
<context>
    <name>CaseWhistles</name>
    <message>
        <source>Muster whistle {number}</source>
        <translation>集结报到哨 {number}</translation>
    </message>
    <message>
        <source>Joint whistle {number}</source>
        <translation>联合联动哨 {number}</translation>
    </message>
    <message>
        <source>Emergency whistle {number}</source>
        <translation>应急响应哨 {number}</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>已解释说明</translation>
    </message>
    <message>
        <source>taken over by an emergency service</source>
        <translation>已转紧急服务</translation>
    </message>
    <message>
        <source>approved long-term matter</source>
        <translation>批准挂账的长期事项</translation>
    </message>
    <message>
        <source>110, 119, 120 or 122</source>
        <translation>应拨 110、119、120、122</translation>
    </message>
    <message>
        <source>a legal route exists</source>
        <translation>应走法定途径</translation>
    </message>
    <message>
        <source>same matter, nothing new</source>
        <translation>同一事项，无新情况</translation>
    </message>
    <message>
        <source>secrets or privacy</source>
        <translation>涉密或隐私</translation>
    </message>
    <message>
        <source>outside our duty</source>
        <translation>不属本级职责</translation>
    </message>
    <message>
        <source>unlawful request</source>
        <translation>诉求违法</translation>
    </message>
    <message>
        <source>110 police</source>
        <translation>110 公安</translation>
    </message>
    <message>
        <source>119 fire and rescue</source>
        <translation>119 消防救援</translation>
    </message>
    <message>
        <source>120 ambulance</source>
        <translation>120 急救</translation>
    </message>
    <message>
        <source>122 traffic police</source>
        <translation>122 交管</translation>
    </message>
    <message>
        <source>told, agrees</source>
        <translation>已告知，同意</translation>
    </message>
    <message>
        <source>told, objects</source>
        <translation>已告知，不同意</translation>
    </message>
    <message>
        <source>not reached, message left</source>
        <translation>未接通，已留言</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>basically satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时办结</translation>
    </message>
    <message>
        <source>contact made</source>
        <translation>已联系</translation>
    </message>
    <message>
        <source>citizen calm</source>
        <translation>情绪平稳</translation>
    </message>
    <message>
        <source>root cause found</source>
        <translation>根源查清</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>by message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>face to face</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>by photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>by notice</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>in the hotline's system</source>
        <translation>热线系统</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>书面</translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>Case centre</source>
        <translation>案件中心</translation>
    </message>
    <message>
        <source>{n} in hand</source>
        <translation>在办 {n}</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>dual dispatch</source>
        <translation>双派单</translation>
    </message>
    <message>
        <source>note</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation>下一件、上一件</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>act on the ticked</source>
        <translation>批量办</translation>
    </message>
    <message>
        <source>press</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>go to a number</source>
        <translation>按编号找</translation>
    </message>
    <message>
        <source>board of places</source>
        <translation>点位板</translation>
    </message>
    <message>
        <source>views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>存的视图</translation>
    </message>
    <message>
        <source>save as a view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>tick through to here</source>
        <translation>连选到这里</translation>
    </message>
    <message>
        <source>call list</source>
        <translation>呼叫单</translation>
    </message>
    <message>
        <source>export this list</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>print this list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>take back the last act on many</source>
        <translation>收回上次批量</translation>
    </message>
    <message>
        <source>story: key entries or all</source>
        <translation>过程：关键或全部</translation>
    </message>
    <message>
        <source>sort anew</source>
        <translation>重排</translation>
    </message>
    <message>
        <source>whistle of the case</source>
        <translation>看哨</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>转 110/119</translation>
    </message>
    <message>
        <source>attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>who must act</source>
        <translation>谁来办</translation>
    </message>
    <message>
        <source>problems here, consultations</source>
        <translation>此处问题、会商</translation>
    </message>
    <message>
        <source>into the problem bank</source>
        <translation>列入问题库</translation>
    </message>
    <message>
        <source>same matter: merge, link</source>
        <translation>并案、关联</translation>
    </message>
    <message>
        <source>cases by channel</source>
        <translation>途径统计</translation>
    </message>
    <message>
        <source>not in this list any more</source>
        <translation>已不在这个清单里</translation>
    </message>
    <message>
        <source>whistle for this case</source>
        <translation>为此案吹哨</translation>
    </message>
    <message>
        <source>muster or joint whistle</source>
        <translation>集结哨、联动哨</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>返回列表</translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>下级</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办案件</translation>
    </message>
</context>
<context>
    <name>CategorySection</name>
    <message>
        <source>cases keep their category when its name changes</source>
        <translation>分类改名，案件的分类跟着走</translation>
    </message>
    <message>
        <source>add below</source>
        <translation>加下级</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>fold, unfold</source>
        <translation>收起、展开</translation>
    </message>
    <message>
        <source>find</source>
        <translation>找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>找</translation>
    </message>
    <message>
        <source>Find a category</source>
        <translation>找分类</translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>No category yet</source>
        <translation>还没有分类</translation>
    </message>
    <message>
        <source>Import the workbook of categories, or press A and enter the first one.</source>
        <translation>导入分类表，或按 A 录第一个。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>only added to, never deleted</source>
        <translation>只加不删</translation>
    </message>
    <message>
        <source>{n} in use</source>
        <translation>在用 {n} 个</translation>
    </message>
    <message>
        <source>lines {n}, of the lowest level {leaves}</source>
        <translation>显示 {n} 行，其中末级 {leaves} 个</translation>
    </message>
    <message>
        <source>{path} · entries that change with it: {n}</source>
        <translation>{path} · 连带改 {n} 个</translation>
    </message>
    <message>
        <source>{path} · entries {n}; open cases that keep it: {cases}</source>
        <translation>{path} · 共 {n} 个，{cases} 件在办案件保留原分类</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}，{day}</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>最上一级</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新分类</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>It is in the tree already.</source>
        <translation>分类里已经有了。</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>为什么改</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已改名</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>为什么停用</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Taken out of use; the history keeps it</source>
        <translation>已停用，历史保留</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>30 days; fire, traffic 7</source>
        <translation>30 日内；火灾、交通 7 日</translation>
    </message>
    <message>
        <source>limit {n} h</source>
        <translation>限 {n} 小时</translation>
    </message>
    <message>
        <source>limit {n} min</source>
        <translation>限 {n} 分</translation>
    </message>
    <message>
        <source>{limit} after the stand-down</source>
        <translation>解除后{limit}</translation>
    </message>
    <message>
        <source>{limit} after the last</source>
        <translation>上报后{limit}</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>复述无误</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>receipt {n}</source>
        <translation>回执 {n}</translation>
    </message>
    <message>
        <source>{name} agreed by word of mouth, signature owed</source>
        <translation>{name} 口头同意，待补签</translation>
    </message>
    <message>
        <source>{name} signed</source>
        <translation>{name} 签发</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>counts by itself after each report</source>
        <translation>每次上报后自动起算</translation>
    </message>
    <message>
        <source>starts with the stand-down</source>
        <translation>解除后开始计时</translation>
    </message>
    <message>
        <source>when the dead, missing or injured change after the end</source>
        <translation>死亡、失踪、受伤人数有变时补报</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>还没写</translation>
    </message>
    <message>
        <source>told by phone, to be written</source>
        <translation>电话已报，待书面</translation>
    </message>
    <message>
        <source>laid before the signer</source>
        <translation>已送审，待签</translation>
    </message>
    <message>
        <source>signed, to be delivered</source>
        <translation>已签发，待送达</translation>
    </message>
    <message>
        <source>only when the casualties change</source>
        <translation>伤亡有变才报</translation>
    </message>
    <message>
        <source>signature owed</source>
        <translation>待补签</translation>
    </message>
    <message>
        <source>Told by phone</source>
        <translation>电话已报</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文稿</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已报</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>took {time}</source>
        <translation>用时 {time}</translation>
    </message>
</context>
<context>
    <name>ChannelSheet</name>
    <message>
        <source>Cases by channel</source>
        <translation>发现途径统计</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>发现途径</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>By the time received, history included; as of {time}. Before: yesterday, last week, month, year.</source>
        <translation>按受理时间计，含历史案件；截至 {time}。上期：昨日、上周、上月、上年。</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>answer limit</source>
        <translation>响应限</translation>
    </message>
    <message>
        <source>arrival limit</source>
        <translation>到场限</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>No former incident of this plan on record; the comparison begins with the next one.</source>
        <translation>这个预案还没有往次事件，从下一次起可以比较。</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>召集</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首个到场</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时到场</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>Median to arrive</source>
        <translation>到场中位</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Dry run</source>
        <translation>试导</translation>
    </message>
    <message>
        <source>nothing is written yet</source>
        <translation>还没有写入任何内容</translation>
    </message>
    <message>
        <source>Rows that would come in</source>
        <translation>将导入的行</translation>
    </message>
    <message>
        <source>What this file holds is here already, or was rejected.</source>
        <translation>这个文件里的内容要么已在库中，要么没有通过。</translation>
    </message>
    <message>
        <source>Categories that would come in</source>
        <translation>将导入的分类</translation>
    </message>
    <message>
        <source>The row in full</source>
        <translation>整行内容</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>结果说明</translation>
    </message>
    <message>
        <source>Rejected {n}</source>
        <translation>不收 {n}</translation>
    </message>
    <message>
        <source>Would come in {n}</source>
        <translation>将导入 {n}</translation>
    </message>
    <message>
        <source>Nothing new would come in</source>
        <translation>没有新的内容</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读到</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>would be created</source>
        <translation>将会建案</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>已在库中</translation>
    </message>
    <message>
        <source>told anew {n}</source>
        <translation>将更新 {n} 件</translation>
    </message>
    <message>
        <source>by number, or earlier in the file</source>
        <translation>编号相同，或文件前面已有</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>each with its row and reason</source>
        <translation>每行都写明行号和原因</translation>
    </message>
    <message>
        <source>every row can be read</source>
        <translation>每一行都读得懂</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>oldest {day}</source>
        <translation>最早 {day}</translation>
    </message>
    <message>
        <source>{reason}: rows {n}</source>
        <translation>{reason}：{n} 行</translation>
    </message>
    <message>
        <source>other reasons: rows {n}</source>
        <translation>其他原因：{n} 行</translation>
    </message>
    <message>
        <source>Rejected rows stay out; correct them and import the file again.</source>
        <translation>不收的行不会导入；改好后再导一次这个文件即可。</translation>
    </message>
    <message>
        <source>Every row can be read.</source>
        <translation>每一行都读得懂。</translation>
    </message>
    <message>
        <source>There is nothing to bring in.</source>
        <translation>没有可导入的内容。</translation>
    </message>
    <message>
        <source>{n} known orders are told anew: their end, an answer, a limit.</source>
        <translation>已有的 {n} 件将更新：办结、答复或时限。</translation>
    </message>
    <message>
        <source>Categories can be changed and retired in the settings afterwards.</source>
        <translation>导入后可以在设置里修改和停用分类。</translation>
    </message>
    <message>
        <source>rejected, would come in</source>
        <translation>不收的、将导入的</translation>
    </message>
    <message>
        <source>Nothing new: going on only keeps a report.</source>
        <translation>没有新内容，继续只会留一份报告。</translation>
    </message>
    <message>
        <source>as it would come in</source>
        <translation>导入后的样子</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear all filters (&amp;X)</source>
        <translation>清空筛选 (&amp;X)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>From … to … (&amp;T)</source>
        <translation>从…到… (&amp;T)</translation>
    </message>
    <message>
        <source>all of {kind}</source>
        <translation>{kind}（全部）</translation>
    </message>
</context>
<context>
    <name>ClockStrip</name>
    <message>
        <source>{words} · provisional</source>
        <translation>{words} · 暂定</translation>
    </message>
    <message>
        <source>{time}, late by {span}</source>
        <translation>{time}，晚 {span}</translation>
    </message>
    <message>
        <source>met {time}</source>
        <translation>按时 {time}</translation>
    </message>
    <message>
        <source>clock stands</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>over by {span}</source>
        <translation>超 {span}</translation>
    </message>
    <message>
        <source>left {span} · {due}</source>
        <translation>剩 {span} · {due}</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>title or text</source>
        <translation>标题或内容</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>category</source>
        <translation>分类</translation>
    </message>
</context>
<context>
    <name>ColumnSheet</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Space: show or hide · Ctrl ↑↓: move · ←→: narrower, wider</source>
        <translation>空格：显示或隐藏 · Ctrl ↑↓：移动 · ←→：变窄变宽</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>标准列</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Columns of the file</source>
        <translation>文件里的列</translation>
    </message>
    <message>
        <source>What the column gives</source>
        <translation>这一列是什么</translation>
    </message>
    <message>
        <source>First rows of the sheet</source>
        <translation>表的前几行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Remember this for the next file with these headings</source>
        <translation>记住这样对，下次同表头自动用</translation>
    </message>
    <message>
        <source>The chosen column gives</source>
        <translation>选中的列是</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>发现途径</translation>
    </message>
    <message>
        <source>How the matters came in, where no column says so</source>
        <translation>没有列写明时，发现途径按</translation>
    </message>
    <message>
        <source>As it stands in the file</source>
        <translation>原表内容</translation>
    </message>
    <message>
        <source>as the headings tell: {channel}</source>
        <translation>按表头判断：{channel}</translation>
    </message>
    <message>
        <source>{known} of {width} are used</source>
        <translation>{width} 列，用 {known} 列</translation>
    </message>
    <message>
        <source>{names} share them · {n}</source>
        <translation>{names} 共用 · {n}</translation>
    </message>
    <message>
        <source>{name} · first {n} rows</source>
        <translation>{name} · 前 {n} 行</translation>
    </message>
    <message>
        <source>choose what it gives</source>
        <translation>选字段</translation>
    </message>
    <message>
        <source>so it is</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>other headings</source>
        <translation>另一种表头</translation>
    </message>
    <message>
        <source>choose a column</source>
        <translation>选列</translation>
    </message>
    <message>
        <source>say what it gives</source>
        <translation>指定是什么</translation>
    </message>
    <message>
        <source>do not use it</source>
        <translation>不用这列</translation>
    </message>
    <message>
        <source>“{sheet}” lacks: {names}. Say which column gives it, or leave the sheet out.</source>
        <translation>“{sheet}”缺少：{names}。请指定对应的列，或者不导这张表。</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>As reported</source>
        <translation>上次所报</translation>
    </message>
    <message>
        <source>In this report</source>
        <translation>这一次</translation>
    </message>
    <message>
        <source>not repeated</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>Item by item</source>
        <translation>逐项对照</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>units {n}</source>
        <translation>{n} 部门</translation>
    </message>
    <message>
        <source>own rule</source>
        <translation>自身规定</translation>
    </message>
    <message>
        <source>{answer} / {arrive} min</source>
        <translation>{answer} / {arrive} 分</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Answer / arrive</source>
        <translation>响应 / 到场</translation>
    </message>
    <message>
        <source>Called for</source>
        <translation>叫来做什么</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主责</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无电话</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>未勾选</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>切换</translation>
    </message>
</context>
<context>
    <name>ConsultationLog</name>
    <message>
        <source>Planned for {at}</source>
        <translation>安排会商：{at}</translation>
    </message>
    <message>
        <source>Moved or corrected {at}</source>
        <translation>改期、更正 {at}</translation>
    </message>
    <message>
        <source>On the agenda: {item}</source>
        <translation>列入议程：{item}</translation>
    </message>
    <message>
        <source>Off the agenda: item {title}</source>
        <translation>撤下议题：{title}</translation>
    </message>
    <message>
        <source>Order of the agenda changed</source>
        <translation>调整议程顺序</translation>
    </message>
    <message>
        <source>On {title}</source>
        <translation>讨论 {title}</translation>
    </message>
    <message>
        <source>{unit}: {presence}</source>
        <translation>{unit}：{presence}</translation>
    </message>
    <message>
        <source>The meeting was held</source>
        <translation>召开会商</translation>
    </message>
    <message>
        <source>Decided for {unit} on {title}</source>
        <translation>议定 {title}，{unit}办</translation>
    </message>
    <message>
        <source>Decision ended: {title}</source>
        <translation>议定事项办毕：{title}</translation>
    </message>
    <message>
        <source>The minutes stand</source>
        <translation>纪要成文</translation>
    </message>
    <message>
        <source>Closed: every decision is ended</source>
        <translation>办结：议定事项全部落实</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>取消会商</translation>
    </message>
</context>
<context>
    <name>Consultations</name>
    <message>
        <source>About</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>上会原因</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Hard cases for the agenda</source>
        <translation>难件上会</translation>
    </message>
    <message>
        <source>X ticks, Ctrl+A ticks all; Ctrl+Enter puts them on the agenda</source>
        <translation>X 勾选，Ctrl+A 全选；Ctrl+Enter 列入议程</translation>
    </message>
    <message>
        <source>The {n} cases that are due first; the others stay in the list of cases.</source>
        <translation>只列最先到期的{n}件，其余在案件清单里。</translation>
    </message>
    <message>
        <source>Hard cases</source>
        <translation>难件</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Put {n} on the agenda</source>
        <translation>列入议程{n}项</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Working consultation of month {month}</source>
        <translation>{month}月工作会商</translation>
    </message>
    <message>
        <source>the meeting of the month</source>
        <translation>本月例会</translation>
    </message>
    <message>
        <source>Plan a consultation</source>
        <translation>安排会商</translation>
    </message>
    <message>
        <source>Planned. G puts the hard cases on the agenda</source>
        <translation>已安排。按 G 列难件上会</translation>
    </message>
    <message>
        <source>Move or correct</source>
        <translation>改期、更正</translation>
    </message>
    <message>
        <source>Another matter</source>
        <translation>其他事项</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Decision on item {n}</source>
        <translation>第{n}项议题的议定事项</translation>
    </message>
    <message>
        <source>What was said on item {n}</source>
        <translation>第{n}项议题的讨论情况</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>讨论情况</translation>
    </message>
    <message>
        <source>Take item {n} off</source>
        <translation>撤下第{n}项议题</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Decision is carried out</source>
        <translation>议定事项办结</translation>
    </message>
    <message>
        <source>Drop the decision</source>
        <translation>不再办理</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消会商</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>到会</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>参会人</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>会议小结</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>The minutes stand. Ctrl+P prints them</source>
        <translation>纪要已成文，Ctrl+P 打印</translation>
    </message>
    <message>
        <source>Write the minutes</source>
        <translation>写纪要</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>议题</translation>
    </message>
    <message>
        <source>Who is invited, who came</source>
        <translation>请谁、谁到</translation>
    </message>
    <message>
        <source>{keys} · Enter writes who came</source>
        <translation>{keys} · Enter 写参会人</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Item and decision</source>
        <translation>议题和议定事项</translation>
    </message>
    <message>
        <source>over · {at}</source>
        <translation>超时 · {at}</translation>
    </message>
</context>
<context>
    <name>ConsultationsScreen</name>
    <message>
        <source>Consultations</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>running {n}</source>
        <translation>在办{n}次</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>安排会商</translation>
    </message>
    <message>
        <source>Hard cases</source>
        <translation>难件上会</translation>
    </message>
    <message>
        <source>Hold it</source>
        <translation>开会</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>议定</translation>
    </message>
    <message>
        <source>Write the minutes</source>
        <translation>写纪要</translation>
    </message>
    <message>
        <source>Decision done</source>
        <translation>事项办结</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Another matter</source>
        <translation>其他事项</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>到会</translation>
    </message>
    <message>
        <source>Minutes anew</source>
        <translation>改纪要</translation>
    </message>
    <message>
        <source>Move, correct</source>
        <translation>改期、更正</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消会商</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>讨论情况</translation>
    </message>
    <message>
        <source>Drop the decision</source>
        <translation>不再办理</translation>
    </message>
    <message>
        <source>Off the agenda</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>none planned for this month yet</source>
        <translation>本月还没有安排会商</translation>
    </message>
    <message>
        <source>No consultation is planned</source>
        <translation>没有安排会商</translation>
    </message>
    <message>
        <source>N plans one; G then puts the hard cases on its agenda.</source>
        <translation>按 N 安排一次；再按 G 把难件列入议程。</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>议程</translation>
    </message>
    <message>
        <source>{n}, open {left}</source>
        <translation>{n}项，未办{left}项</translation>
    </message>
    <message>
        <source>over {n}</source>
        <translation>超时{n}项</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>召开</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Meeting of the month</source>
        <translation>本月例会</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>出席</translation>
    </message>
    <message>
        <source>invited {n}, came {came}</source>
        <translation>请{n}家，到{came}家</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>议定</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>order of the agenda</source>
        <translation>调整顺序</translation>
    </message>
    <message>
        <source>Nothing hard is left: no case is overdue, disputed or done again.</source>
        <translation>没有新的难件：没有超时、争议、重办的案件。</translation>
    </message>
    <message>
        <source>On the agenda: {n}</source>
        <translation>已列入议程{n}项</translation>
    </message>
    <message>
        <source>The meeting is on. D decides, S writes what was said</source>
        <translation>会已开。D 议定，S 写讨论情况</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
</context>
<context>
    <name>ContactLines</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>CueSheet</name>
    <message>
        <source>Do not forget</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Comes after minutes</source>
        <translation>几分钟后提示</translation>
    </message>
    <message>
        <source>Comes when</source>
        <translation>什么情况提示</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>Report-in progress</source>
        <translation>报到进度</translation>
    </message>
    <message>
        <source>departments, by minutes</source>
        <translation>部门数，按吹哨后分钟</translation>
    </message>
    <message>
        <source>limit {n}</source>
        <translation>限 {n}</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎么来的</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Checking every entry</source>
        <translation>逐条核验</translation>
    </message>
    <message>
        <source>Weekly check of the file</source>
        <translation>每周核验</translation>
    </message>
    <message>
        <source>Folding everything anew</source>
        <translation>重算各表</translation>
    </message>
    <message>
        <source>Filling the search</source>
        <translation>补检索</translation>
    </message>
    <message>
        <source>Trying the backup out</source>
        <translation>试恢复</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Other work</source>
        <translation>其他工作</translation>
    </message>
    <message>
        <source>The data is whole</source>
        <translation>数据完好</translation>
    </message>
    <message>
        <source>Folded anew, tables put right</source>
        <translation>已重算，并改正了表</translation>
    </message>
    <message>
        <source>Folded anew, nothing differed</source>
        <translation>已重算，没有出入</translation>
    </message>
    <message>
        <source>Entries: {n}, seats: {nodes}. Chain, signatures and private parts all agree.</source>
        <translation>{nodes} 台写的 {n} 条记录，前后链、签名、个人信息都对得上。</translation>
    </message>
    <message>
        <source>Private parts erased by law: {n}.</source>
        <translation>{n} 处个人信息已依法清除。</translation>
    </message>
    <message>
        <source>Entries written twice by a copied folder: {n}; both are kept.</source>
        <translation>文件夹被复制过，{n} 条记录重号，两份都留着。</translation>
    </message>
    <message>
        <source>Entries folded anew: {n}, about so many matters: {m}.</source>
        <translation>{m} 个事项的 {n} 条记录已重算。</translation>
    </message>
    <message>
        <source>Lines of the tables that differed and were put right: {n}.</source>
        <translation>表里有 {n} 行对不上，已改正。</translation>
    </message>
    <message>
        <source>{file}: entries {n}, opened again and counted.</source>
        <translation>{file}：{n} 条记录，已重新打开点过数。</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>备份已做好</translation>
    </message>
    <message>
        <source>The data itself was only read; the older backups are still there.</source>
        <translation>数据只读未动，以前的备份都在。</translation>
    </message>
    <message>
        <source>The data here was not touched.</source>
        <translation>这里的数据没有动。</translation>
    </message>
    <message>
        <source>Whistles and cases go on. Keep the newest good backup and restore it when it is calm.</source>
        <translation>吹哨和案件照常。留好最近一份好备份，等没事时恢复。</translation>
    </message>
    <message>
        <source>No entry was changed; what is folded so far is right, the rest is as before.</source>
        <translation>记录没有动；已重算的是对的，其余照旧。</translation>
    </message>
    <message>
        <source>{job}: failed</source>
        <translation>{job}：没有成功</translation>
    </message>
    <message>
        <source>{job}: stopped</source>
        <translation>{job}：已停下</translation>
    </message>
    <message>
        <source>Nothing was left half done; it can be begun again.</source>
        <translation>没有留下半截，可以重新开始。</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>“{place}” is no whole path. Write it from the root, or look for the folder.</source>
        <translation>“{place}”不是完整路径。从根目录写起，或点按钮去找。</translation>
    </message>
    <message>
        <source>Nothing can be written to {place}. Choose another folder, or give it the right.</source>
        <translation>{place} 写不进去。换一个文件夹，或给它写的权限。</translation>
    </message>
    <message>
        <source>on the network ({name}), {free} free</source>
        <translation>在网络上（{name}），剩 {free}</translation>
    </message>
    <message>
        <source>the data's own disk, {free} free; if it breaks, both are gone</source>
        <translation>和数据在同一块盘，剩 {free}；盘坏了两份都没了</translation>
    </message>
    <message>
        <source>another disk than the data, {free} free</source>
        <translation>和数据不在同一块盘，剩 {free}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>{time}, {ago} ago</source>
        <translation>{time}，{ago}前</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>everything acknowledged is on the disk; a backup is for the day the disk breaks</source>
        <translation>确认过的都已落盘；备份是防盘坏</translation>
    </message>
    <message>
        <source>back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>try out, restore</source>
        <translation>试恢复、恢复</translation>
    </message>
    <message>
        <source>restore from a file</source>
        <translation>从文件恢复</translation>
    </message>
    <message>
        <source>backup folder</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>check</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>fold anew</source>
        <translation>重算</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The data on this computer</source>
        <translation>本机的数据</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>谁写的</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Written twice</source>
        <translation>重号</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>读不懂的</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Looking after it</source>
        <translation>照看</translation>
    </message>
    <message>
        <source>work goes on beside each of these</source>
        <translation>做的时候不耽误值守</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Fold anew</source>
        <translation>重算</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Check every entry</source>
        <translation>逐条核验</translation>
    </message>
    <message>
        <source>Chain, signatures and private parts of the whole journal. It is done by itself every Sunday night.</source>
        <translation>核对全部记录的前后链、签名和个人信息。每周日夜里自动做。</translation>
    </message>
    <message>
        <source>Fold the tables anew</source>
        <translation>重算各表</translation>
    </message>
    <message>
        <source>Lists and boards are worked out from the entries again. For when a screen looks wrong.</source>
        <translation>按记录重新算出各个列表和看板，屏上看着不对时用。</translation>
    </message>
    <message>
        <source>Bring in a workbook</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Old cases and categories; with a look into the file and a dry run first.</source>
        <translation>旧案件和分类；先看文件、先试算。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停下</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>换文件夹</translation>
    </message>
    <message>
        <source>No backup in this folder yet</source>
        <translation>这个文件夹还没有备份</translation>
    </message>
    <message>
        <source>Press B and make the first one.</source>
        <translation>按 B 做第一份。</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>从文件</translation>
    </message>
    <message>
        <source>Try out, restore</source>
        <translation>试恢复</translation>
    </message>
    <message>
        <source>The state of the data is not known</source>
        <translation>数据状况不明</translation>
    </message>
    <message>
        <source>newest: {when}</source>
        <translation>最近一份：{when}</translation>
    </message>
    <message>
        <source>backups {n}, {size}</source>
        <translation>{n} 份，共 {size}</translation>
    </message>
    <message>
        <source>seats {n}; here {letter}, node {node}</source>
        <translation>{n} 台；本机 {letter}，节点 {node}</translation>
    </message>
    <message>
        <source>cases that wait to be made searchable: {n}</source>
        <translation>{n} 件等着编入检索</translation>
    </message>
    <message>
        <source>entries {n}; a folder was copied and both copies were written to</source>
        <translation>{n} 条；文件夹被复制过，两边都写了</translation>
    </message>
    <message>
        <source>entries of a newer program, which are kept: {n}</source>
        <translation>{n} 条来自新版程序，都留着</translation>
    </message>
    <message>
        <source>{file}: entries {n}, all whole.</source>
        <translation>{file}：{n} 条记录，全部完好。</translation>
    </message>
    <message>
        <source>In place: entries {n}, cases {cases}, whistles {whistles}. Sign in again at this seat.</source>
        <translation>已恢复 {n} 条记录、{cases} 件案件、{whistles} 次吹哨。请在本机重新登录。</translation>
    </message>
    <message>
        <source>{n}; only added to, never deleted</source>
        <translation>{n} 条，只加不删</translation>
    </message>
    <message>
        <source>every case can be found</source>
        <translation>每件都能搜到</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Next by itself at {time}, every six hours; the newest {n} of these are kept.</source>
        <translation>下一次自动备份 {time}，每六小时一次，自动的留最近 {n} 份。</translation>
    </message>
    <message>
        <source>waits for: {job}</source>
        <translation>排队，等：{job}</translation>
    </message>
    <message>
        <source>stopping at its next step</source>
        <translation>走完这一步就停</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份放哪里</translation>
    </message>
    <message>
        <source>empty: in the data folder</source>
        <translation>空着就放在数据文件夹里</translation>
    </message>
    <message>
        <source>Another folder for the backups</source>
        <translation>换备份文件夹</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>用它</translation>
    </message>
    <message>
        <source>best on another disk; the old backups stay where they are</source>
        <translation>最好在另一块盘；旧备份原地不动</translation>
    </message>
    <message>
        <source>Backups ({pattern})</source>
        <translation>备份（{pattern}）</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>从文件恢复</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>试恢复</translation>
    </message>
    <message>
        <source>first it is only tried out; nothing is changed</source>
        <translation>先只试，不动数据</translation>
    </message>
    <message>
        <source>The backup is good</source>
        <translation>这份备份是好的</translation>
    </message>
    <message>
        <source>Only tried out; nothing was changed.</source>
        <translation>只是试了试，没有改动。</translation>
    </message>
    <message>
        <source>The desk is busy: {job}. Press again when it is done.</source>
        <translation>正忙：{job}。做完再按一次。</translation>
    </message>
    <message>
        <source>What was here before lies in the data folder under before-restore.</source>
        <translation>原来的数据挪到数据文件夹的 before-restore 里了。</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>limit {span}</source>
        <translation>办理期限 {span}</translation>
    </message>
    <message>
        <source>{words} · provisional</source>
        <translation>{words} · 暂定</translation>
    </message>
    <message>
        <source>clock stands · {moment}</source>
        <translation>计时暂停 · {moment}</translation>
    </message>
    <message>
        <source>met, over by {span}</source>
        <translation>已办，超 {span}</translation>
    </message>
    <message>
        <source>met with {span} left</source>
        <translation>已办，提前 {span}</translation>
    </message>
    <message>
        <source>over {span} · {moment}</source>
        <translation>超 {span} · {moment}</translation>
    </message>
    <message>
        <source>left {span} · {moment}</source>
        <translation>剩 {span} · {moment}</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>{n} working days</source>
        <translation>{n} 工作日</translation>
    </message>
    <message>
        <source>{n} office hours</source>
        <translation>{n} 工时</translation>
    </message>
    <message>
        <source>{n} minutes of office time</source>
        <translation>{n} 分钟</translation>
    </message>
</context>
<context>
    <name>Departments</name>
    <message>
        <source>{n} {unit}: {step}</source>
        <translation>{n} {unit}：{step}</translation>
    </message>
    <message>
        <source>{n} {unit}: called again</source>
        <translation>{n} {unit}：再次呼叫</translation>
    </message>
    <message>
        <source>duty phone · contact {who}</source>
        <translation>值班电话 · 联系人 {who}</translation>
    </message>
    <message>
        <source>no number in the list of units</source>
        <translation>单位名录里没有电话</translation>
    </message>
    <message>
        <source>contact {n} of {all}: {who}</source>
        <translation>第{n}联系人（共{all}个）：{who}</translation>
    </message>
    <message>
        <source>Not taken back: {n} {unit}, {step} was entered at {time}, more than {minutes} minutes ago. Correct it through the menu of its tile (Enter).</source>
        <translation>没有撤销：{n} {unit}“{step}”是 {time} 记的，已超过 {minutes} 分钟。请在该单位的菜单（Enter）里更正。</translation>
    </message>
    <message>
        <source>Taken back: {n} {unit}, {step}</source>
        <translation>已撤销：{n} {unit} {step}</translation>
    </message>
</context>
<context>
    <name>Designing</name>
    <message>
        <source>Save</source>
        <translation>存</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>走一遍</translation>
    </message>
    <message>
        <source>Scheme F15</source>
        <translation>方案 F15</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Scene clock</source>
        <translation>情景钟</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>参演</translation>
    </message>
    <message>
        <source>Aims</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>each needs an inject</source>
        <translation>每个目标要有情景来考</translation>
    </message>
    <message>
        <source>Not corrected since last time</source>
        <translation>上次未整改</translation>
    </message>
    <message>
        <source>Open corrections</source>
        <translation>未整改</translation>
    </message>
    <message>
        <source>Due by law</source>
        <translation>法定到期</translation>
    </message>
    <message>
        <source>Safety and notice</source>
        <translation>安全与公告</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>情景时间线</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>one person, one role</source>
        <translation>一人一角</translation>
    </message>
    <message>
        <source>Score sheet</source>
        <translation>评估表</translation>
    </message>
    <message>
        <source>Check before it is submitted</source>
        <translation>送审前检查</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>{n} points; at the right the injects</source>
        <translation>合计{n}分；右列为情景</translation>
    </message>
    <message>
        <source>{n} well, {m} to do</source>
        <translation>{n}过 · {m}待补</translation>
    </message>
    <message>
        <source>{n} injects, {minutes} min, {points} points</source>
        <translation>{n}条 · {minutes}分钟 · 共{points}分</translation>
    </message>
    <message>
        <source>Insert a line · Alt ↑ ↓ move · Ctrl ← → a minute · F2 the cell · Enter the card · Del take out</source>
        <translation>Insert 插一条 · Alt ↑ ↓ 移 · Ctrl ← → 早晚1分 · F2 改格 · Enter 教员卡 · Del 取出</translation>
    </message>
    <message>
        <source>scenario {code}, which stays as it is</source>
        <translation>情景 {code}，可改，原情景不动</translation>
    </message>
    <message>
        <source>a scenario of the library: may be run as it is</source>
        <translation>情景库，可直接开练</translation>
    </message>
    <message>
        <source>changed since it was approved: a draft again</source>
        <translation>批准后有改动，退回草稿</translation>
    </message>
    <message>
        <source>given back: {reason}</source>
        <translation>退回：{reason}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不用发</translation>
    </message>
    <message>
        <source>out on {day}</source>
        <translation>{day}前发</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>要发</translation>
    </message>
    <message>
        <source>control {n}</source>
        <translation>控制{n}人</translation>
    </message>
    <message>
        <source>approved by {name}</source>
        <translation>{name}批准</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>立项</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未存</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>第{n}版</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>岗前</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>时间未定</translation>
    </message>
    <message>
        <source>{day}, about {n} min</source>
        <translation>{day}，约{n}分钟</translation>
    </message>
    <message>
        <source>whom the plan calls</source>
        <translation>预案召集的部门</translation>
    </message>
    <message>
        <source>No interval runs for this plan.</source>
        <translation>本预案没有法定间隔。</translation>
    </message>
    <message>
        <source>Stop word: {word}</source>
        <translation>停止口令“{word}”</translation>
    </message>
    <message>
        <source>Notice to residents: not decided</source>
        <translation>公告：未定</translation>
    </message>
    <message>
        <source>Notice: {area}, out on {day}</source>
        <translation>公告：{area}，{day}前发</translation>
    </message>
    <message>
        <source>Cost: {words}</source>
        <translation>费用：{words}</translation>
    </message>
    <message>
        <source>A makes it an aim</source>
        <translation>A 列为目标</translation>
    </message>
</context>
<context>
    <name>Director</name>
    <message>
        <source>Why it starts without approval</source>
        <translation>为什么没批准就开始</translation>
    </message>
    <message>
        <source>This drill plan is not approved</source>
        <translation>这份演练方案还没批准</translation>
    </message>
    <message>
        <source>Start all the same</source>
        <translation>仍然开始</translation>
    </message>
    <message>
        <source>Not saved; see the strip above. Nothing typed is lost.</source>
        <translation>没存上，原因见上方提示条；打的字都在。</translation>
    </message>
    <message>
        <source>Every inject was given. E ends the drill.</source>
        <translation>情景都放完了。按 E 结束演练。</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>怎么结束的</translation>
    </message>
    <message>
        <source>such as: aims reached</source>
        <translation>如：目标达到</translation>
    </message>
    <message>
        <source>End the drill</source>
        <translation>结束演练</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Pause the drill</source>
        <translation>暂停演练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The whistle of this drill was blown already.</source>
        <translation>这次演练的哨已经吹过。</translation>
    </message>
    <message>
        <source>No inject was given yet.</source>
        <translation>还没有放出情景。</translation>
    </message>
    <message>
        <source>Nobody is on the line.</source>
        <translation>没有来话。</translation>
    </message>
    <message>
        <source>Nobody is on the line. B blows the whistle of this drill.</source>
        <translation>没有来话。按 B 吹这次演练的哨。</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>线路空闲</translation>
    </message>
    <message>
        <source>A call comes in</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>复述</translation>
    </message>
    <message>
        <source>Give an order</source>
        <translation>下指令</translation>
    </message>
    <message>
        <source>Send a department</source>
        <translation>派部门</translation>
    </message>
    <message>
        <source>No inject given yet</source>
        <translation>还没放情景</translation>
    </message>
    <message>
        <source>N gives the first by hand.</source>
        <translation>按 N 手工放第一条。</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>not yet received</source>
        <translation>还没收到</translation>
    </message>
    <message>
        <source>expected: {words}</source>
        <translation>应当：{words}</translation>
    </message>
    <message>
        <source>Inject {n}</source>
        <translation>情景 {n}</translation>
    </message>
    <message>
        <source>{unit} moves by itself now; an order with @{n}.</source>
        <translation>{unit}正在自己行动；要下指令用 @{n}。</translation>
    </message>
    <message>
        <source>People leaving</source>
        <translation>撤离人数</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Release {unit}</source>
        <translation>批准{unit}撤离</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>批准撤离</translation>
    </message>
    <message>
        <source>no such unit</source>
        <translation>没有这个单位</translation>
    </message>
    <message>
        <source>head count</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>an order to everybody</source>
        <translation>给全体下指令</translation>
    </message>
    <message>
        <source>@6 text: an order to unit 6</source>
        <translation>@6 加文字：给 6 号下指令</translation>
    </message>
    <message>
        <source>an order to {unit}</source>
        <translation>给{unit}下指令</translation>
    </message>
    <message>
        <source>a line of the log</source>
        <translation>记一条情况</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Chinese on the screen: {family}</source>
        <translation>屏幕中文字体：{family}</translation>
    </message>
    <message>
        <source>On paper {family} stands in for {role}</source>
        <translation>纸面上 {family} 代替{role}</translation>
    </message>
    <message>
        <source>On paper every official face is here</source>
        <translation>纸面公文字体齐全</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Program files: {path}</source>
        <translation>程序文件：{path}</translation>
    </message>
    <message>
        <source>Data: {path}, {n} MB free</source>
        <translation>数据：{path}，剩余 {n} MB</translation>
    </message>
    <message>
        <source>A window is open on it (process {pid})</source>
        <translation>有窗口正在使用（进程 {pid}）</translation>
    </message>
    <message>
        <source>{n} backups in {path}, the newest of {at}</source>
        <translation>{path} 里有 {n} 份备份，最近一份 {at}</translation>
    </message>
    <message>
        <source>No backup yet in {path}</source>
        <translation>{path} 里还没有备份</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>None yet; it is made when the program first opens here</source>
        <translation>还没有，第一次打开程序时建立</translation>
    </message>
    <message>
        <source>Office: {name}</source>
        <translation>单位：{name}</translation>
    </message>
    <message>
        <source>The file is whole: {n} MB</source>
        <translation>文件完好：{n} MB</translation>
    </message>
    <message>
        <source>Form {schema}, as this program writes it</source>
        <translation>数据格式 {schema}，与本程序一致</translation>
    </message>
    <message>
        <source>Form {schema}; opening it brings it to {known}, after a backup</source>
        <translation>数据格式 {schema}，打开时先备份再升到 {known}</translation>
    </message>
    <message>
        <source>{events} entries of {nodes} computers; {cases} open cases; {lag} not yet searchable</source>
        <translation>{events} 条记录，来自 {nodes} 台电脑；在办案件 {cases} 件；{lag} 件还搜不到</translation>
    </message>
    <message>
        <source>{n} attached files are there, {size} MB; verify reads them to their ends</source>
        <translation>附件 {n} 个都在，共 {size} MB；verify 会逐个读完</translation>
    </message>
    <message>
        <source>{n} entries come from a newer program and are kept as they are</source>
        <translation>{n} 条记录来自新版程序，原样保留</translation>
    </message>
    <message>
        <source>{n} chains were continued in two places; both are kept</source>
        <translation>{n} 条链在两处续写，两边都保留</translation>
    </message>
</context>
<context>
    <name>DrillEnd</name>
    <message>
        <source>real event</source>
        <translation>真实事件</translation>
    </message>
    <message>
        <source>Drill {numbers} is over, departments to be told: {n}</source>
        <translation>演练 {numbers} 已终止，要告知的部门 {n} 个</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>go on with the drill</source>
        <translation>误按，恢复演练</translation>
    </message>
</context>
<context>
    <name>DrillOverview</name>
    <message>
        <source>Drills and scenarios</source>
        <translation>演练与情景</translation>
    </message>
    <message>
        <source>New drill</source>
        <translation>新建演练</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>No drill yet</source>
        <translation>还没有演练</translation>
    </message>
    <message>
        <source>A begins the first: from a plan of this office.</source>
        <translation>按 A 从本街道预案开始第一个。</translation>
    </message>
    <message>
        <source>Due by law</source>
        <translation>法定到期</translation>
    </message>
    <message>
        <source>Open corrections</source>
        <translation>未整改</translation>
    </message>
    <message>
        <source>of former drills and incidents</source>
        <translation>来自以往演练和事件</translation>
    </message>
    <message>
        <source>Overdue by law</source>
        <translation>法定超期</translation>
    </message>
    <message>
        <source>unknown: {n}</source>
        <translation>不明 {n} 项</translation>
    </message>
    <message>
        <source>all known</source>
        <translation>都有记录</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下一到期</translation>
    </message>
    <message>
        <source>nothing is owed</source>
        <translation>没有要演练的</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>起草中</translation>
    </message>
    <message>
        <source>drafts and given back</source>
        <translation>草稿和退回</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>wait for a leader</source>
        <translation>等领导签</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>待实施</translation>
    </message>
    <message>
        <source>approved, not yet held</source>
        <translation>已批准，还没演</translation>
    </message>
    <message>
        <source>past their day: {n}</source>
        <translation>过期 {n} 项</translation>
    </message>
    <message>
        <source>none past its day</source>
        <translation>没有过期的</translation>
    </message>
</context>
<context>
    <name>DrillSheets</name>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>{code}, out of use</source>
        <translation>{code}，已停用</translation>
    </message>
    <message>
        <source>none: written from nothing</source>
        <translation>不用情景，从头写</translation>
    </message>
</context>
<context>
    <name>Drills</name>
    <message>
        <source>its plan is out of use</source>
        <translation>预案已停用</translation>
    </message>
    <message>
        <source>{n} injects</source>
        <translation>{n}条</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未存</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>要演练的</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>T+</source>
        <translation>T+</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>发生什么</translation>
    </message>
    <message>
        <source>What ought to be done</source>
        <translation>应当怎么做</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>If it is not done</source>
        <translation>没做到时</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>nothing written</source>
        <translation>没写应变</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Library of scenarios</source>
        <translation>情景库</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>The office: any work-safety plan</source>
        <translation>本街道：任一安全生产预案</translation>
    </message>
    <message>
        <source>counted: a drill held here</source>
        <translation>按本程序记录的演练计</translation>
    </message>
    <message>
        <source>no drill known</source>
        <translation>没有演练记录</translation>
    </message>
    <message>
        <source>over by {n} days</source>
        <translation>超期{n}天</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>还有{n}天</translation>
    </message>
    <message>
        <source>every {n} months</source>
        <translation>每{n}个月至少一次</translation>
    </message>
    <message>
        <source>inject {n}</source>
        <translation>情景 {n}</translation>
    </message>
    <message>
        <source>nothing tests it</source>
        <translation>没有情景考它</translation>
    </message>
    <message>
        <source>It rests on a plan</source>
        <translation>已选预案</translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation>没选预案</translation>
    </message>
    <message>
        <source>Form, content and purpose are chosen</source>
        <translation>类型已选全</translation>
    </message>
    <message>
        <source>Form, content or purpose is not chosen</source>
        <translation>类型没选全</translation>
    </message>
    <message>
        <source>Aims {aims}</source>
        <translation>目标 {aims} 个</translation>
    </message>
    <message>
        <source>No aim written</source>
        <translation>没写目标</translation>
    </message>
    <message>
        <source>Injects {n}</source>
        <translation>情景 {n} 条</translation>
    </message>
    <message>
        <source>No inject written</source>
        <translation>没写情景</translation>
    </message>
    <message>
        <source>Every aim has an inject</source>
        <translation>每个目标都有情景</translation>
    </message>
    <message>
        <source>No inject tests aim {about}</source>
        <translation>目标 {about} 没有情景来考</translation>
    </message>
    <message>
        <source>Every inject says what ought to be done</source>
        <translation>期望动作都写了</translation>
    </message>
    <message>
        <source>Inject {about}: no expected action</source>
        <translation>情景 {about} 没写期望动作</translation>
    </message>
    <message>
        <source>Every inject names a department</source>
        <translation>每条情景都有部门</translation>
    </message>
    <message>
        <source>Inject {about}: no department</source>
        <translation>情景 {about} 没写部门</translation>
    </message>
    <message>
        <source>Every inject has a contingency</source>
        <translation>应变都写了</translation>
    </message>
    <message>
        <source>Inject {about}: no contingency</source>
        <translation>情景 {about} 没写应变</translation>
    </message>
    <message>
        <source>The score sheet adds up to 100</source>
        <translation>评估表合计 100</translation>
    </message>
    <message>
        <source>The score sheet adds up to {points}, not to 100</source>
        <translation>评估表合计 {points}，不是 100</translation>
    </message>
    <message>
        <source>The injects are worth 100</source>
        <translation>情景分合计 100</translation>
    </message>
    <message>
        <source>The injects are worth {points}, not 100</source>
        <translation>情景分合计 {points}，不是 100</translation>
    </message>
    <message>
        <source>Director, control and evaluation are named</source>
        <translation>总指挥、控制、评估都有人</translation>
    </message>
    <message>
        <source>Nobody named: {about}</source>
        <translation>没定人：{about}</translation>
    </message>
    <message>
        <source>Safety rules are written</source>
        <translation>安全要求已写</translation>
    </message>
    <message>
        <source>No safety rule written</source>
        <translation>没写安全要求</translation>
    </message>
    <message>
        <source>The stop word is set</source>
        <translation>停止口令已定</translation>
    </message>
    <message>
        <source>No stop word</source>
        <translation>没定停止口令</translation>
    </message>
    <message>
        <source>The day is set</source>
        <translation>时间已定</translation>
    </message>
    <message>
        <source>No day set, or it has passed</source>
        <translation>时间没定或已过</translation>
    </message>
    <message>
        <source>The notice to residents is settled</source>
        <translation>公告已定</translation>
    </message>
    <message>
        <source>Notice to residents: not decided, or text, area, day missing</source>
        <translation>公告未定，或缺文稿、范围、日期</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>情景时间线</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>格</translation>
    </message>
</context>
<context>
    <name>DrillsScreen</name>
    <message>
        <source>Drill design</source>
        <translation>演练方案</translation>
    </message>
    <message>
        <source>nothing of a drill goes outside</source>
        <translation>演练内容不外发</translation>
    </message>
    <message>
        <source>intervals come from the law</source>
        <translation>间隔依法定期限</translation>
    </message>
    <message>
        <source>new drill</source>
        <translation>新建演练</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>out of use, back</source>
        <translation>停用、恢复</translation>
    </message>
    <message>
        <source>what is due</source>
        <translation>法定到期</translation>
    </message>
    <message>
        <source>held before</source>
        <translation>登记已演练</translation>
    </message>
    <message>
        <source>crowded venues</source>
        <translation>人员密集场所</translation>
    </message>
    <message>
        <source>inject</source>
        <translation>选情景</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>选格</translation>
    </message>
    <message>
        <source>write</source>
        <translation>改格</translation>
    </message>
    <message>
        <source>card</source>
        <translation>教员卡</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>插一条</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>早晚1分</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>units</source>
        <translation>参演</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>走一遍</translation>
    </message>
    <message>
        <source>save</source>
        <translation>存</translation>
    </message>
    <message>
        <source>submit</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>plan {code} {name}, version {n}</source>
        <translation>预案 {code} {name} 第{n}版</translation>
    </message>
    <message>
        <source>its plan is out of use</source>
        <translation>预案已停用</translation>
    </message>
    <message>
        <source>Write minutes and words, such as “3 the caller rings again”</source>
        <translation>写分钟和内容，如“3 来电人再打一次”</translation>
    </message>
    <message>
        <source>Write a number from 0 on</source>
        <translation>填0以上的数</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已存</translation>
    </message>
    <message>
        <source>Submitted; a leader approves it</source>
        <translation>已送审，等领导批准</translation>
    </message>
    <message>
        <source>Approved as it stands; a change makes it a draft again</source>
        <translation>已批准；再改动就退回草稿</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>What has to change</source>
        <translation>要改什么</translation>
    </message>
    <message>
        <source>Given back with the reason</source>
        <translation>已退回，写明原因</translation>
    </message>
    <message>
        <source>Printed is what is saved; Ctrl S saves first</source>
        <translation>打印的是已存的内容，先按 Ctrl S</translation>
    </message>
</context>
<context>
    <name>DryRun</name>
    <message>
        <source>Dry run</source>
        <translation>走一遍</translation>
    </message>
    <message>
        <source>nothing is recorded</source>
        <translation>不记录、不外发</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>停住</translation>
    </message>
    <message>
        <source>There is no script yet.</source>
        <translation>还没有情景。</translation>
    </message>
    <message>
        <source>inject {n}</source>
        <translation>情景 {n}</translation>
    </message>
    <message>
        <source>Because it was not seen: {words}</source>
        <translation>因为没做到：{words}</translation>
    </message>
    <message>
        <source>Expected: {words}</source>
        <translation>期望：{words}</translation>
    </message>
    <message>
        <source>Nothing is written for when it is not done.</source>
        <translation>没写应变。</translation>
    </message>
    <message>
        <source>Not done by T+{minute}′: {words}</source>
        <translation>到T+{minute}′没做到：{words}</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>Party work</source>
        <translation>党群工作</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>平安建设</translation>
    </message>
    <message>
        <source>City management</source>
        <translation>城市管理</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区建设</translation>
    </message>
    <message>
        <source>People's living</source>
        <translation>民生保障</translation>
    </message>
    <message>
        <source>General support</source>
        <translation>综合保障</translation>
    </message>
    <message>
        <source>Answers for</source>
        <translation>负责</translation>
    </message>
    <message>
        <source>Organises</source>
        <translation>组织协调</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>参与配合</translation>
    </message>
    <message>
        <source>law</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>regulation</source>
        <translation>法规</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规章</translation>
    </message>
    <message>
        <source>paper of the city</source>
        <translation>市级文件</translation>
    </message>
    <message>
        <source>paper of a department</source>
        <translation>部门文件</translation>
    </message>
    <message>
        <source>basis not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>base list</source>
        <translation>共同底单</translation>
    </message>
    <message>
        <source>added here</source>
        <translation>本街道增加</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>已减去</translation>
    </message>
    <message>
        <source>handled here</source>
        <translation>本街道自办</translation>
    </message>
    <message>
        <source>brought together here</source>
        <translation>本街道牵头协调</translation>
    </message>
    <message>
        <source>to who leads: whistle or hand on</source>
        <translation>转主责部门：吹哨或转办</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Acts first, reports after</source>
        <translation>先办后报</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>stands in the list</source>
        <translation>在清单内</translation>
    </message>
    <message>
        <source>outside, but cannot wait</source>
        <translation>清单外，紧急</translation>
    </message>
    <message>
        <source>outside the list</source>
        <translation>清单外</translation>
    </message>
    <message>
        <source>report-in refused</source>
        <translation>拒绝报到</translation>
    </message>
    <message>
        <source>case disputed</source>
        <translation>退单争议</translation>
    </message>
    <message>
        <source>joint duty refused</source>
        <translation>拒绝分工</translation>
    </message>
    <message>
        <source>, after {basis}</source>
        <translation>，依据{basis}</translation>
    </message>
    <message>
        <source>item {n} of the list: {words}</source>
        <translation>清单第{n}项：{words}</translation>
    </message>
    <message>
        <source>item {n} of the list, told by “{words}”</source>
        <translation>清单第{n}项，文中有“{words}”</translation>
    </message>
    <message>
        <source>item {n} of the list names it as the leading department</source>
        <translation>清单第{n}项列为牵头部门</translation>
    </message>
    <message>
        <source>item {n} of the list: works on it here</source>
        <translation>清单第{n}项的承办科室</translation>
    </message>
    <message>
        <source>usually called for “{words}”</source>
        <translation>“{words}”类事项通常召集</translation>
    </message>
    <message>
        <source>its own task: {words}</source>
        <translation>本单位职能：{words}</translation>
    </message>
    <message>
        <source>the place lies there</source>
        <translation>地点在该社区</translation>
    </message>
    <message>
        <source>grid {words}</source>
        <translation>网格{words}</translation>
    </message>
    <message>
        <source>chief of the street: {words}</source>
        <translation>街巷长{words}</translation>
    </message>
    <message>
        <source>{led} of {of} cases of this kind in this community</source>
        <translation>本社区同类{of}件中{led}件由它办</translation>
    </message>
    <message>
        <source>{led} of {of} cases of this kind</source>
        <translation>同类{of}件中{led}件由它办</translation>
    </message>
    <message>
        <source>{led} of {of} cases at this place</source>
        <translation>此处{of}件中{led}件由它办</translation>
    </message>
    <message>
        <source>{led} of {of} cases with “{words}”</source>
        <translation>标题带“{words}”的{of}件中{led}件由它办</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>来文单位</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>The check found</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>来文</translation>
    </message>
    <message>
        <source>No task was asked for</source>
        <translation>没有来文任务</translation>
    </message>
    <message>
        <source>N enters a document; it is held against the list before the street takes it.</source>
        <translation>按 N 录入来文；先对照清单，再决定接不接。</translation>
    </message>
    <message>
        <source>Admission of tasks</source>
        <translation>任务准入</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>退回函</translation>
    </message>
    <message>
        <source>{n} wait</source>
        <translation>{n}件待办</translation>
    </message>
    <message>
        <source>the words were erased by law</source>
        <translation>原文已依法删除</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>The street is to</source>
        <translation>要求街道</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Done at once</source>
        <translation>先行处置</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>批准文号</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Its words point at:</source>
        <translation>文中提到的清单条目：</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对清单</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Act first</source>
        <translation>先行办理</translation>
    </message>
    <message>
        <source>Report and register</source>
        <translation>补报登记</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>板块</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>职责事项</translation>
    </message>
    <message>
        <source>Part of the street</source>
        <translation>职责性质</translation>
    </message>
    <message>
        <source>Who leads</source>
        <translation>牵头部门</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Sort of basis</source>
        <translation>依据类型</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>案件分类</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>承办科室</translation>
    </message>
    <message>
        <source>List from a file</source>
        <translation>从文件导入清单</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Excel, CSV or OpenDocument; Enter reads it</source>
        <translation>Excel、CSV 或 OpenDocument，回车读取</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>还没有读取文件</translation>
    </message>
    <message>
        <source>Any layout: a title above, blocks told once, the part in the first words.</source>
        <translation>版式不限：上方有标题、板块只写一次、性质写在开头都行。</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将有的变化</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>base list of all streets</source>
        <translation>作为共同底单</translation>
    </message>
    <message>
        <source>additions of our own</source>
        <translation>作为本街道增加</translation>
    </message>
    <message>
        <source>instead of the list we have</source>
        <translation>取代现有清单</translation>
    </message>
    <message>
        <source>Why (for changes and additions)</source>
        <translation>原因（变更和增加必填）</translation>
    </message>
    <message>
        <source>By which procedure or decision</source>
        <translation>程序或决定</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>not in the file; it stays as it is</source>
        <translation>文件里没有，保持不变</translation>
    </message>
    <message>
        <source>not in the file; it goes out of use</source>
        <translation>文件里没有，将停用</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>未列</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} the same, {wrong} cannot be read</source>
        <translation>新增{new}，变更{changed}，相同{same}，读不了{wrong}</translation>
    </message>
    <message>
        <source>Write {n} items</source>
        <translation>写入{n}项</translation>
    </message>
    <message>
        <source>no column</source>
        <translation>无对应列</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>读不了</translation>
    </message>
    <message>
        <source>{n} items were written.</source>
        <translation>已写入{n}项。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>No duty was disputed</source>
        <translation>没有职责争议</translation>
    </message>
    <message>
        <source>Refused report-ins, disputed cases and refused joint duties come here by themselves.</source>
        <translation>拒绝报到、退单争议、拒绝分工会自动列到这里。</translation>
    </message>
    <message>
        <source>Special list of disputed duties</source>
        <translation>职责争议专项清单</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n}条</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Number, words, initials, department</source>
        <translation>序号、文字、首字母、部门</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>搜索清单</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>No item fits</source>
        <translation>没有符合的条目</translation>
    </message>
    <message>
        <source>Esc takes the search back.</source>
        <translation>按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>Responsibility list</source>
        <translation>职责清单</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>减去</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} / {m}</translation>
    </message>
    <message>
        <source>taken off {n}</source>
        <translation>已减去 {n}</translation>
    </message>
    <message>
        <source>Item {n}</source>
        <translation>第{n}项</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>牵头</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自何时</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>A case of this kind goes to who leads, by whistle or handed on.</source>
        <translation>这类案件默认吹哨或转主责部门，街道配合。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>added or put back</source>
        <translation>增加或恢复</translation>
    </message>
    <message>
        <source>came with the base list</source>
        <translation>随共同底单带来</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>trial list {share}</source>
        <translation>试行清单{share}</translation>
    </message>
    <message>
        <source>{note} · of cases {real}</source>
        <translation>{note} · 实际案件{real}</translation>
    </message>
    <message>
        <source>{n} items</source>
        <translation>{n}项</translation>
    </message>
    <message>
        <source>Papers of departments</source>
        <translation>部门文件</translation>
    </message>
    <message>
        <source>of the sources</source>
        <translation>占依据</translation>
    </message>
    <message>
        <source>to stay below {share}</source>
        <translation>应低于{share}</translation>
    </message>
    <message>
        <source>{n} without a kind</source>
        <translation>另有{n}件未分类</translation>
    </message>
    <message>
        <source>Cases outside the list</source>
        <translation>清单外案件</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>共{n}件</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not among our units</source>
        <translation>不在本街道单位表中</translation>
    </message>
    <message>
        <source>Who works on it here</source>
        <translation>承办科室</translation>
    </message>
    <message>
        <source>Who leads (needed where the street takes part)</source>
        <translation>牵头部门（参与配合的必填）</translation>
    </message>
    <message>
        <source>Which unit that is</source>
        <translation>对应单位</translation>
    </message>
    <message>
        <source>On what it rests</source>
        <translation>依据文件</translation>
    </message>
    <message>
        <source>Kinds of cases (one a line)</source>
        <translation>对应案件分类（一行一个）</translation>
    </message>
    <message>
        <source>Words that tell it (one a line)</source>
        <translation>关键词（一行一个）</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>增加职责条目</translation>
    </message>
    <message>
        <source>an exception to the base list: with reason and procedure</source>
        <translation>共同底单之外的增加，须写原因和程序</translation>
    </message>
    <message>
        <source>Added to the list.</source>
        <translation>已加入清单。</translation>
    </message>
    <message>
        <source>Change item {n}</source>
        <translation>修改第{n}项</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved; the history keeps what it was.</source>
        <translation>已保存，原内容留在变更记录里。</translation>
    </message>
    <message>
        <source>Take item {n} off</source>
        <translation>减去第{n}项</translation>
    </message>
    <message>
        <source>Put item {n} back</source>
        <translation>恢复第{n}项</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>来文文号</translation>
    </message>
    <message>
        <source>What the street is to do</source>
        <translation>要求街道做什么</translation>
    </message>
    <message>
        <source>A new task is asked for</source>
        <translation>录入来文任务</translation>
    </message>
    <message>
        <source>what stands in the list is registered; the rest goes back, but for emergencies</source>
        <translation>清单内登记；清单外退回，突发紧急除外</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>Item of the list</source>
        <translation>清单条目</translation>
    </message>
    <message>
        <source>Why (needed when it is outside)</source>
        <translation>理由（清单外必填）</translation>
    </message>
    <message>
        <source>Check against the list</source>
        <translation>对照清单</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What is done at once</source>
        <translation>先行处置的内容</translation>
    </message>
    <message>
        <source>Act first, report after</source>
        <translation>先办后报</translation>
    </message>
    <message>
        <source>Number of the approval</source>
        <translation>批准文号</translation>
    </message>
    <message>
        <source>Why it goes back</source>
        <translation>退回理由</translation>
    </message>
    <message>
        <source>Returned; Ctrl+P prints the reply.</source>
        <translation>已退回，Ctrl+P 打印退回函。</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未指定</translation>
    </message>
</context>
<context>
    <name>DutySheet</name>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>empty: as the role</source>
        <translation>空着就写岗位名</translation>
    </message>
    <message>
        <source>New duty clerk or leader</source>
        <translation>新值班员或带班领导</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>whoever has this number in the roster already gets the post</source>
        <translation>名录里已有这个号码的人，直接加上岗位</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Not now</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stand-down</source>
        <translation>结束处置 · 解除响应</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>解除响应</translation>
    </message>
    <message>
        <source>positive proof for every department</source>
        <translation>每个部门都要有凭据</translation>
    </message>
    <message>
        <source>Order: why the danger is over</source>
        <translation>解除令：为什么险情已消除</translation>
    </message>
    <message>
        <source>Order of the stand-down</source>
        <translation>解除令</translation>
    </message>
    <message>
        <source>What remains, who watches it</source>
        <translation>还剩什么风险，谁看着</translation>
    </message>
    <message>
        <source>Residual risk</source>
        <translation>遗留风险</translation>
    </message>
    <message>
        <source>on the scene: how many leave?</source>
        <translation>在现场，撤走几人？</translation>
    </message>
    <message>
        <source>The order is not written yet: why the danger is over.</source>
        <translation>解除令还没写：为什么险情已消除。</translation>
    </message>
    <message>
        <source>{unit}: how many leave</source>
        <translation>{unit}：撤走几人</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>why the count differs</source>
        <translation>人数不符的原因</translation>
    </message>
    <message>
        <source>{unit}: remark</source>
        <translation>{unit}：说明</translation>
    </message>
    <message>
        <source>not here: who was told to turn back?</source>
        <translation>没到场，告诉谁不用来了？</translation>
    </message>
    <message>
        <source>only informed: who was told that it is over?</source>
        <translation>仅通报：解除告知了谁？</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>{unit}: who was told</source>
        <translation>{unit}：告诉了谁</translation>
    </message>
    <message>
        <source>{unit}: how it ends</source>
        <translation>{unit}：怎样结束</translation>
    </message>
    <message>
        <source>on record as trapped: {n} – where are they now?</source>
        <translation>记录有 {n} 人被困，去向没写</translation>
    </message>
    <message>
        <source>orders without a result: {n}</source>
        <translation>{n} 项任务没报结果</translation>
    </message>
    <message>
        <source>the district was not told</source>
        <translation>还没有报区</translation>
    </message>
    <message>
        <source>Look first: {points}</source>
        <translation>先看一眼：{points}</translation>
    </message>
    <message>
        <source>Somebody is on record as trapped: why it is over all the same</source>
        <translation>在册还有被困人员：为什么仍可解除</translation>
    </message>
    <message>
        <source>Over in spite of people on record as trapped</source>
        <translation>有被困记录仍解除的理由</translation>
    </message>
    <message>
        <source>contact lost: who cleared it up, what became of them?</source>
        <translation>失联：谁查清的，人员怎样？</translation>
    </message>
    <message>
        <source>asked for {asked}, {n} fewer came</source>
        <translation>要求 {asked} 人，少到 {n} 人</translation>
    </message>
    <message>
        <source>why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>who says so</source>
        <translation>谁确认的</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>结束归档</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>false alarm: everybody who was called has to be told</source>
        <translation>误报：叫过的都要告诉到</translation>
    </message>
    <message>
        <source>The final report was not sent</source>
        <translation>没送终报</translation>
    </message>
    <message>
        <source>write why there is none</source>
        <translation>写明为什么不报终报</translation>
    </message>
    <message>
        <source>settle it in the tasks tab, or write why it stays open</source>
        <translation>到“任务”标签办结，或写明为什么留着</translation>
    </message>
    <message>
        <source>Supplies still out: {things}</source>
        <translation>物资在外：{things}</translation>
    </message>
    <message>
        <source>People to move: {n} wait, {m} do not agree</source>
        <translation>转移：待转 {n} 人，对不上 {m}</translation>
    </message>
    <message>
        <source>released {time}</source>
        <translation>{time} 撤离</translation>
    </message>
    <message>
        <source>is back at base</source>
        <translation>已归建</translation>
    </message>
    <message>
        <source>All are back</source>
        <translation>全部已归建</translation>
    </message>
</context>
<context>
    <name>ErasureBoard</name>
    <message>
        <source>Requests to erase</source>
        <translation>删除申请</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新申请</translation>
    </message>
    <message>
        <source>Time over</source>
        <translation>到期列单</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Clear files and backups</source>
        <translation>清理文件和备份</translation>
    </message>
    <message>
        <source>Add cases</source>
        <translation>加案件</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不予删除</translation>
    </message>
    <message>
        <source>N finds a person by number or name; R lists archived cases whose time is over.</source>
        <translation>N 按电话或者姓名找人；R 把保存到期的归档案件列单。</translation>
    </message>
    <message>
        <source>No request to erase</source>
        <translation>没有删除申请</translation>
    </message>
    <message>
        <source>Cases on the list, masked</source>
        <translation>清单上的案件（遮盖）</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>nobody yet; two people have to</source>
        <translation>还没有人签，要两个人</translation>
    </message>
    <message>
        <source>Declined because</source>
        <translation>不予删除理由</translation>
    </message>
    <message>
        <source>{cases} cases, {files} files</source>
        <translation>{cases} 件案件，{files} 个附件</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Files, backups</source>
        <translation>文件和备份</translation>
    </message>
    <message>
        <source>not cleared yet</source>
        <translation>还没清理</translation>
    </message>
    <message>
        <source>{n} printed files</source>
        <translation>打印文件 {n} 个</translation>
    </message>
    <message>
        <source>New backup</source>
        <translation>新备份</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>须手工销毁</translation>
    </message>
    <message>
        <source>Request to erase</source>
        <translation>申请删除个人信息</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>列单</translation>
    </message>
    <message>
        <source>Listed; two people sign now</source>
        <translation>已列单，请两个人签字</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Added; to be signed anew</source>
        <translation>已加入，要重新签字</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>{n} cases are erased for good once two people have signed.</source>
        <translation>两人签字后，{n} 件案件的个人信息将永久删除。</translation>
    </message>
    <message>
        <source>Sign the list</source>
        <translation>签销毁清单</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>Type the number of the request to erase its {n} cases</source>
        <translation>输入申请编号，删除这 {n} 件的个人信息</translation>
    </message>
    <message>
        <source>Names, numbers, words and files of these cases, drafts, printed files and our older backups go. A new backup is made first. Nothing of it can be brought back.</source>
        <translation>这些案件的姓名、电话、原话和附件，没发出的草稿、数据文件夹里的打印文件和仍含这些内容的旧备份都会删除。旧备份在新备份试恢复通过后才删。删除后无法找回。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Erased; files and backups are being cleared</source>
        <translation>已删除，正在清理文件和备份</translation>
    </message>
    <message>
        <source>What whoever asked is told</source>
        <translation>告知申请人的理由</translation>
    </message>
    <message>
        <source>Declined; Ctrl+P prints the answer</source>
        <translation>不予删除；Ctrl+P 打印答复书</translation>
    </message>
    <message>
        <source>The office has no limit for keeping archived cases.</source>
        <translation>街道没有定归档案件的保存期限。</translation>
    </message>
    <message>
        <source>No archived case has been kept too long.</source>
        <translation>没有保存到期的归档案件。</translation>
    </message>
    <message>
        <source>{n} cases whose time is over, in {m} requests</source>
        <translation>保存到期 {n} 件，列成 {m} 份申请</translation>
    </message>
</context>
<context>
    <name>ErasureLog</name>
    <message>
        <source>Listed: {cases} cases</source>
        <translation>列单 {cases} 件</translation>
    </message>
    <message>
        <source>{cases} more cases; to be signed anew</source>
        <translation>加 {cases} 件，重新签字</translation>
    </message>
    <message>
        <source>A case taken off; to be signed anew</source>
        <translation>去掉一件，重新签字</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>What the request said was erased with it</source>
        <translation>申请内容一并删除</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Files and backups cleared</source>
        <translation>文件和备份已清理</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>不予删除</translation>
    </message>
</context>
<context>
    <name>ErasureSection</name>
    <message>
        <source>two people sign; what is erased cannot be brought back</source>
        <translation>两人签字，删除后无法找回</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>Erasures</name>
    <message>
        <source>asked for by the citizen</source>
        <translation>本人申请</translation>
    </message>
    <message>
        <source>time of keeping over</source>
        <translation>保存到期</translation>
    </message>
    <message>
        <source>should not have been recorded</source>
        <translation>不应收集</translation>
    </message>
    <message>
        <source>to be signed</source>
        <translation>待签字</translation>
    </message>
    <message>
        <source>one signature</source>
        <translation>一人已签</translation>
    </message>
    <message>
        <source>signed by two</source>
        <translation>两人已签</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>不予删除</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>erased, or without words</source>
        <translation>已删除或者没有原话</translation>
    </message>
</context>
<context>
    <name>EscalationSection</name>
    <message>
        <source>each order keeps the rules of the day its limit was given</source>
        <translation>每件按定时限当天的规则</translation>
    </message>
    <message>
        <source>A change holds for limits given from now on. What was brought before a leader stays with the case.</source>
        <translation>改动对今后定的时限生效。已报领导的留在案件里。</translation>
    </message>
</context>
<context>
    <name>Escalations</name>
    <message>
        <source>number of redos</source>
        <translation>重办次数</translation>
    </message>
    <message>
        <source>redone more often than {n}</source>
        <translation>重办超过 {n} 次</translation>
    </message>
    <message>
        <source>{clock}: {share} % of the limit</source>
        <translation>{clock}：到时限的 {share}%</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>哪些案件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>报给谁</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>盯哪个时限</translation>
    </message>
    <message>
        <source>Share of the limit in %</source>
        <translation>用到时限的百分比</translation>
    </message>
    <message>
        <source>50 to 1000; not for redos</source>
        <translation>50 至 1000；重办不用填</translation>
    </message>
    <message>
        <source>Redos that are borne</source>
        <translation>容许重办几次</translation>
    </message>
    <message>
        <source>only where redos are counted</source>
        <translation>只在按重办次数上报时填</translation>
    </message>
    <message>
        <source>Leader, where one is named</source>
        <translation>指定的领导</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>not asked</source>
        <translation>未考</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未放出</translation>
    </message>
    <message>
        <source>not tested: it ended before the time was up</source>
        <translation>未考：时限未到演练已止</translation>
    </message>
    <message>
        <source>not seen: {words}</source>
        <translation>未见：{words}</translation>
    </message>
    <message>
        <source>refused at first</source>
        <translation>先拒绝后响应</translation>
    </message>
    <message>
        <source>not yet due when it ended</source>
        <translation>未到时</translation>
    </message>
    <message>
        <source>{n} min late</source>
        <translation>晚 {n} 分</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>没有到场</translation>
    </message>
    <message>
        <source>{n} people short</source>
        <translation>少到 {n} 人</translation>
    </message>
    <message>
        <source>never got a task</source>
        <translation>到场没派活</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>未复述</translation>
    </message>
    <message>
        <source>was not called</source>
        <translation>没通知到</translation>
    </message>
    <message>
        <source>by the rule</source>
        <translation>照章</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>{month} alone</source>
        <translation>{month} 单人</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>first drill of this plan</source>
        <translation>这个预案第一次</translation>
    </message>
    <message>
        <source>last time {n}</source>
        <translation>上次 {n}</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>{how} at T+{time}</source>
        <translation>{how}于 T+{time}</translation>
    </message>
    <message>
        <source> / {n} tested</source>
        <translation> / 已考 {n}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Whistle after</source>
        <translation>吹哨用时</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>全部响应</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>{n} 个晚到</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时到场</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分</translation>
    </message>
    <message>
        <source>Mean arrival</source>
        <translation>平均到场</translation>
    </message>
    <message>
        <source>Aims met</source>
        <translation>目标达成</translation>
    </message>
    <message>
        <source>nothing went outside</source>
        <translation>没有一条外发</translation>
    </message>
    <message>
        <source>told outside</source>
        <translation>有外发记录</translation>
    </message>
    <message>
        <source>Leaked</source>
        <translation>真实误入</translation>
    </message>
    <message>
        <source>still open from before</source>
        <translation>以往的还没完成</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>整改结转</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>not everybody answered</source>
        <translation>没有全部响应</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Action seen</source>
        <translation>看到的动作</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>评</translation>
    </message>
    <message>
        <source>untested</source>
        <translation>未考</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>In a sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>没达到</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>没考到</translation>
    </message>
    <message>
        <source>carried over</source>
        <translation>结转</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>from the drill of {day}</source>
        <translation>{day} 演练</translation>
    </message>
</context>
<context>
    <name>EvaluationScreen</name>
    <message>
        <source>Drill evaluation</source>
        <translation>演练评估</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>单人</translation>
    </message>
    <message>
        <source>with others</source>
        <translation>多人</translation>
    </message>
    <message>
        <source>real whistle</source>
        <translation>真实吹哨</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选条</translation>
    </message>
    <message>
        <source>next list</source>
        <translation>下一张表</translation>
    </message>
    <message>
        <source>next panel</source>
        <translation>换一栏</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>优良中差</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>看证据</translation>
    </message>
    <message>
        <source>take the suggestions</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>加整改</translation>
    </message>
    <message>
        <source>correction done</source>
        <translation>整改完成</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>earlier drill</source>
        <translation>上一次</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>No drill was held yet</source>
        <translation>还没有开展过演练</translation>
    </message>
    <message>
        <source>Under “exercise” one is started; it is evaluated here when it ended.</source>
        <translation>在“实施”里开始，结束后在这里评估。</translation>
    </message>
    <message>
        <source>Injects and departments</source>
        <translation>情景与部门</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Injects</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Inject by inject</source>
        <translation>逐条情景</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Department by department</source>
        <translation>逐个部门</translation>
    </message>
    <message>
        <source>those we ask or tell are judged in words, not ranked</source>
        <translation>119、120 和“请”“报”的单位只评不排</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>和以往比</translation>
    </message>
    <message>
        <source>Aims</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>M: met or missed</source>
        <translation>M 判达到或没达到</translation>
    </message>
    <message>
        <source>Debrief</source>
        <translation>现场讲评</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加</translation>
    </message>
    <message>
        <source>From the end to the file</source>
        <translation>从结束到归档</translation>
    </message>
    <message>
        <source>Print F15</source>
        <translation>打印 F15</translation>
    </message>
    <message>
        <source>{n} wait for a grade; dashed ones are suggested by the record</source>
        <translation>{n} 条待评；虚框是按记录建议的</translation>
    </message>
    <message>
        <source>every inject is graded</source>
        <translation>已逐条评定</translation>
    </message>
    <message>
        <source>{n} new, {m} carried over</source>
        <translation>新 {n} · 结转 {m}</translation>
    </message>
    <message>
        <source>plan {plan}; below: seconds to the whistle, mean arrival</source>
        <translation>预案 {plan} · 柱为得分，下为吹哨秒数、平均到场</translation>
    </message>
    <message>
        <source>good: {words}</source>
        <translation>好　{words}</translation>
    </message>
    <message>
        <source>weak: {words}</source>
        <translation>差　{words}</translation>
    </message>
    <message>
        <source>Not yet held.</source>
        <translation>还没有讲评。</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Debriefed</source>
        <translation>讲评</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>Exercise</name>
    <message>
        <source>by the rule</source>
        <translation>照章</translation>
    </message>
    <message>
        <source>slow on the way</source>
        <translation>路上慢</translation>
    </message>
    <message>
        <source>does not pick up</source>
        <translation>先不接</translation>
    </message>
    <message>
        <source>asks before it moves</source>
        <translation>先问再动</translation>
    </message>
    <message>
        <source>refuses at first</source>
        <translation>先拒绝</translation>
    </message>
    <message>
        <source>at the wrong place</source>
        <translation>走错地方</translation>
    </message>
    <message>
        <source>fewer people</source>
        <translation>少带人</translation>
    </message>
    <message>
        <source>lost for a while</source>
        <translation>失联一阵</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>高</translation>
    </message>
    <message>
        <source>expected: {words}</source>
        <translation>应当：{words}</translation>
    </message>
    <message>
        <source>seen after {time}: {words}</source>
        <translation>{time} 做到：{words}</translation>
    </message>
    <message>
        <source>not seen; expected: {words}</source>
        <translation>没做到；应当：{words}</translation>
    </message>
    <message>
        <source>asked again; expected: {words}</source>
        <translation>又催了一次；应当：{words}</translation>
    </message>
    <message>
        <source>out for {time}, waits for you</source>
        <translation>已放 {time}，等你动作</translation>
    </message>
    <message>
        <source>out for {time}; full marks within {limit}</source>
        <translation>已放 {time}，等你动作；满分时限 {limit}</translation>
    </message>
    <message>
        <source>no task</source>
        <translation>没派活</translation>
    </message>
    <message>
        <source>caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>whistle blown</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>called {unit}</source>
        <translation>呼叫{unit}</translation>
    </message>
    <message>
        <source>called {unit}: nobody picks up</source>
        <translation>呼叫{unit}：无人接</translation>
    </message>
    <message>
        <source>I</source>
        <translation>我</translation>
    </message>
    <message>
        <source>on this machine only, nobody is told; the departments are played</source>
        <translation>只在本机，不发任何通知；部门由脚本扮演</translation>
    </message>
    <message>
        <source>nothing leaves the office; every text begins 【演练】</source>
        <translation>不外发；口令都以【演练】开头</translation>
    </message>
    <message>
        <source>covered until its time</source>
        <translation>到点揭示</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>到点揭示</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>脚本性格</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Said last</source>
        <translation>刚才说的</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>还有</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>没达到</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>在考</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>没考到</translation>
    </message>
    <message>
        <source>to the next</source>
        <translation>跳到下一条</translation>
    </message>
    <message>
        <source>give the next</source>
        <translation>放下一条</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>快慢</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>{n}×</source>
        <translation>{n}×</translation>
    </message>
    <message>
        <source>back to 1× when somebody calls</source>
        <translation>有来话时自动回 1×</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>地点与情景</translation>
    </message>
    <message>
        <source>Injects</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Held last</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Start a drill</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>a drill starts only from a drill plan; nothing of it counts for anything real</source>
        <translation>演练只从演练方案开始，不计入任何真实统计</translation>
    </message>
    <message>
        <source>Drill plans</source>
        <translation>演练方案</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单人练</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>多人演练</translation>
    </message>
    <message>
        <source>Alone: the departments are played by scripts, on this machine only.</source>
        <translation>单人练：部门由脚本扮演，只在本机。</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>{n} more wait</source>
        <translation>还有 {n} 个在等</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>{won} of {asked} asked so far</source>
        <translation>考到 {asked} 分，得 {won}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Your seat</source>
        <translation>你这一席</translation>
    </message>
    <message>
        <source>the keys are here</source>
        <translation>键盘在此</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>输入行</translation>
    </message>
    <message>
        <source>/ situation   ! order to all   @2 order to unit 2</source>
        <translation>/ 情况   ! 给全体下指令   @2 给 2 号下指令</translation>
    </message>
</context>
<context>
    <name>ExerciseScreen</name>
    <message>
        <source>Drill under way</source>
        <translation>演练实施</translation>
    </message>
    <message>
        <source>Solo drill</source>
        <translation>单人演练</translation>
    </message>
    <message>
        <source>the scene clock and the real one go their own ways</source>
        <translation>情景钟与真实钟分开走</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选</translation>
    </message>
    <message>
        <source>start alone</source>
        <translation>单人开始</translation>
    </message>
    <message>
        <source>start with others</source>
        <translation>多人开始</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>real whistle</source>
        <translation>真实吹哨</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>give the next</source>
        <translation>放下一条</translation>
    </message>
    <message>
        <source>to the next</source>
        <translation>跳到下一条</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>做到了</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>没做</translation>
    </message>
    <message>
        <source>blow (drill)</source>
        <translation>吹哨（演练）</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>real event: end the drill</source>
        <translation>终止，转真实</translation>
    </message>
    <message>
        <source>call, read back</source>
        <translation>呼叫、复述</translation>
    </message>
    <message>
        <source>situation</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>uncover</source>
        <translation>揭开</translation>
    </message>
    <message>
        <source>next panel</source>
        <translation>换一栏</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>推进</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>情景脚本</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Aims</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Radio and telephone</source>
        <translation>电台与电话</translation>
    </message>
    <message>
        <source>ready to run</source>
        <translation>随时可练</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已开展</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>trouble: {level}</source>
        <translation>难度 {level}</translation>
    </message>
    <message>
        <source>the office's own sheet</source>
        <translation>街道自定评分表</translation>
    </message>
    <message>
        <source>{n} injects, {m} given</source>
        <translation>{n} 条 · 已放 {m}</translation>
    </message>
    <message>
        <source>nobody is called yet: B blows the whistle of the drill</source>
        <translation>还没呼叫：按 B 吹演练的哨</translation>
    </message>
    <message>
        <source>they move by themselves; you call, order, release</source>
        <translation>按脚本自己动；你呼叫、派活、放人</translation>
    </message>
    <message>
        <source>digits act on {a}–{b}, PgDn the next ten</source>
        <translation>数字键管 {a}–{b} 号，PgDn 换十个</translation>
    </message>
    <message>
        <source>winding</source>
        <translation>快进</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Scene time</source>
        <translation>情景时间</translation>
    </message>
    <message>
        <source>Scene clock</source>
        <translation>情景钟</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>单人</translation>
    </message>
    <message>
        <source>with others</source>
        <translation>多人</translation>
    </message>
    <message>
        <source>Real event</source>
        <translation>终止，转真实</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>未呼叫</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>未复述</translation>
    </message>
    <message>
        <source>without a task</source>
        <translation>没派活</translation>
    </message>
    <message>
        <source>wait for you</source>
        <translation>在等你</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export cases</source>
        <translation>导出案件</translation>
    </message>
    <message>
        <source>to a workbook (.xlsx) or a text table (.csv)</source>
        <translation>存成工作簿（.xlsx）或文本表（.csv）</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>会写出什么</translation>
    </message>
    <message>
        <source>Masked: names, phones and long numbers in texts are hidden.</source>
        <translation>遮盖：姓名、电话和文中的长号码都不写出。</translation>
    </message>
    <message>
        <source>Unmasked data of residents leaves the program with the file; whoever writes it keeps it.</source>
        <translation>不遮盖时，居民信息随文件离开本程序，由导出人保管。</translation>
    </message>
    <message>
        <source>A text that looks like a formula stays a text.</source>
        <translation>像公式的文字仍按文字写出。</translation>
    </message>
    <message>
        <source>The file appears whole or not at all.</source>
        <translation>文件要么完整写成，要么不出现。</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>those in the list as it is filtered now</source>
        <translation>案件列表里现在筛出的</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>导出哪些</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>open ones</source>
        <translation>在办的</translation>
    </message>
    <message>
        <source>closed ones</source>
        <translation>已结的</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Received from (first day)</source>
        <translation>受理日期从</translation>
    </message>
    <message>
        <source>until (last day)</source>
        <translation>到（含当日）</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>存到</translation>
    </message>
    <message>
        <source>path of the file, ending in .xlsx or .csv</source>
        <translation>文件路径，以 .xlsx 或 .csv 结尾</translation>
    </message>
    <message>
        <source>Cases-{moment}</source>
        <translation>案件-{moment}</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一格</translation>
    </message>
    <message>
        <source>open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Say where to write the file.</source>
        <translation>请写明存到哪里。</translation>
    </message>
    <message>
        <source>Write a day like 2026-07-24.</source>
        <translation>日期请写成 2026-07-24 这样。</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>没有写出文件。</translation>
    </message>
    <message>
        <source>cases written, masked: {n}</source>
        <translation>已写出 {n} 件，已遮盖</translation>
    </message>
    <message>
        <source>cases written, not masked: {n}</source>
        <translation>已写出 {n} 件，未遮盖</translation>
    </message>
</context>
<context>
    <name>FalseAlarm</name>
    <message>
        <source>False alarm: tell everybody who was called</source>
        <translation>误报：逐一告知已通知的单位</translation>
    </message>
    <message>
        <source>Text to read out</source>
        <translation>电话口令</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制口令</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后再告知</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>told {n} of {all}</source>
        <translation>已告知 {n} / {all}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>还没告知</translation>
    </message>
    <message>
        <source>on the scene: how many leave?</source>
        <translation>在现场，撤走几人？</translation>
    </message>
    <message>
        <source>people, then Enter</source>
        <translation>人数，回车</translation>
    </message>
    <message>
        <source>Enter: is back at base</source>
        <translation>回车：已归建</translation>
    </message>
    <message>
        <source>who was told, then Enter</source>
        <translation>告知了谁，回车</translation>
    </message>
    <message>
        <source>Write how many people leave; behind it why, where the count differs.</source>
        <translation>写撤走几人；人数对不上的，后面写原因。</translation>
    </message>
    <message>
        <source>Write who was told; the line is an entry of its own.</source>
        <translation>写告知了谁；每个单位单独记一条。</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>it is empty or gone</source>
        <translation>是空的，或者不见了</translation>
    </message>
    <message>
        <source>the file itself</source>
        <translation>文件本身</translation>
    </message>
    <message>
        <source>an entry is missing before</source>
        <translation>少了一条，在此之前：</translation>
    </message>
    <message>
        <source>the chain breaks at</source>
        <translation>链断在</translation>
    </message>
    <message>
        <source>changed afterwards:</source>
        <translation>被事后改动：</translation>
    </message>
    <message>
        <source>not signed by its computer:</source>
        <translation>签名不符：</translation>
    </message>
    <message>
        <source>the end is not signed:</source>
        <translation>末尾没有签名：</translation>
    </message>
    <message>
        <source>unreadable:</source>
        <translation>读不出：</translation>
    </message>
    <message>
        <source>private words changed afterwards:</source>
        <translation>个人信息被事后改动：</translation>
    </message>
    <message>
        <source>private words are missing:</source>
        <translation>缺个人信息：</translation>
    </message>
    <message>
        <source>a reference leads nowhere:</source>
        <translation>引用落空：</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a packed archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>文字文档</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>a file of another program</source>
        <translation>其他程序的文件</translation>
    </message>
    <message>
        <source>a damaged file</source>
        <translation>损坏的文件</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Choose a file</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>Drop a workbook anywhere on the window</source>
        <translation>把表格文件拖到窗口任意位置</translation>
    </message>
    <message>
        <source>or look for it with Ctrl+O, or write its path here and press Enter</source>
        <translation>也可以按 Ctrl+O 查找，或在这里写路径再按 Enter</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>文件路径</translation>
    </message>
    <message>
        <source>path of the file</source>
        <translation>文件路径</translation>
    </message>
    <message>
        <source>Workbooks and tables</source>
        <translation>工作簿和表格</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>以前的导入</translation>
    </message>
    <message>
        <source>Enter opens the report</source>
        <translation>Enter 打开报告</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>还没有导入过</translation>
    </message>
    <message>
        <source>Each import leaves its report here.</source>
        <translation>每次导入的报告都留在这里。</translation>
    </message>
    <message>
        <source>A list of categories</source>
        <translation>分类表</translation>
    </message>
    <message>
        <source>A list of cases</source>
        <translation>案件表</translation>
    </message>
    <message>
        <source>The file is only read, never changed; your data changes with the last step only.</source>
        <translation>文件只读不改；最后一步之前，数据也不会变。</translation>
    </message>
    <message>
        <source>Up to three levels, in columns or parted by a slash.</source>
        <translation>最多三级，分列写或用斜杠隔开。</translation>
    </message>
    <message>
        <source>What is listed already stays as it is, also when it was retired.</source>
        <translation>已有的分类保持原样，停用的也一样。</translation>
    </message>
    <message>
        <source>Excel, OpenDocument or a text table; several sheets at once.</source>
        <translation>Excel、ODS 或文本表都可以，一次可导多张表。</translation>
    </message>
    <message>
        <source>A row that is here already is recognised and not entered twice.</source>
        <translation>已在库中的行会认出来，不会重复建案。</translation>
    </message>
    <message>
        <source>Old matters come in as history without clocks; you choose which go live.</source>
        <translation>旧件按历史导入，不计时；哪些要办由您选。</translation>
    </message>
    <message>
        <source>Cases and categories are as they were.</source>
        <translation>案件和分类都保持原样。</translation>
    </message>
    <message>
        <source>look for a file</source>
        <translation>查找文件</translation>
    </message>
    <message>
        <source>read it</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>earlier imports</source>
        <translation>以前的导入</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选文件。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>film</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Pasted picture {time}</source>
        <translation>粘贴的图片 {time}</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>已添加附件</translation>
    </message>
    <message>
        <source>No program of this computer opens it: {path}</source>
        <translation>本机没有可打开它的程序：{path}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已另存：{path}</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} 米</translation>
    </message>
    <message>
        <source>grid {names}</source>
        <translation>网格 {names}</translation>
    </message>
    <message>
        <source>whistle here</source>
        <translation>在此吹哨</translation>
    </message>
    <message>
        <source>Plan {code} · version {n}</source>
        <translation>预案 {code} · 第 {n} 版</translation>
    </message>
    <message>
        <source>whistle with it</source>
        <translation>带着它吹哨</translation>
    </message>
    <message>
        <source>problem bank</source>
        <translation>问题库</translation>
    </message>
    <message>
        <source>consultation</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>residents' proposal</source>
        <translation>居民提案</translation>
    </message>
    <message>
        <source>slow whistle</source>
        <translation>集结、联动、监督哨</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>Write a plan first; a drill rests on one</source>
        <translation>先写预案，演练要依据预案</translation>
    </message>
    <message>
        <source>Begun; write it here</source>
        <translation>已立项，在这里写</translation>
    </message>
    <message>
        <source>Back in use</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>停用原因</translation>
    </message>
    <message>
        <source>Taken out of use; past drills keep it</source>
        <translation>已停用，做过的演练不变</translation>
    </message>
    <message>
        <source>Enter it at the plan that was drilled; the office's duty follows</source>
        <translation>到演练过的预案那一行登记，街道这项随之更新</translation>
    </message>
    <message>
        <source>Write a day that has passed, such as 2026-07-16.</source>
        <translation>填已过去的日期，如2026-07-16。</translation>
    </message>
    <message>
        <source>Saved; the due day follows</source>
        <translation>已存，到期日随之更新</translation>
    </message>
    <message>
        <source>There is no unit of society in the roster yet</source>
        <translation>名录里还没有社会单位</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Saved; the calendar follows</source>
        <translation>已存，到期表随之更新</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>On this computer's disk</source>
        <translation>本机硬盘</translation>
    </message>
    <message>
        <source>Not synchronised</source>
        <translation>不在同步盘</translation>
    </message>
    <message>
        <source>Can be written</source>
        <translation>能写入</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>够大</translation>
    </message>
    <message>
        <source>Data file whole</source>
        <translation>数据完整</translation>
    </message>
    <message>
        <source>Chinese on the screen</source>
        <translation>屏幕中文</translation>
    </message>
    <message>
        <source>Chinese on paper</source>
        <translation>纸面中文</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>正在查…</translation>
    </message>
    <message>
        <source>no font has Chinese; on Debian install fonts-noto-cjk</source>
        <translation>没有中文字体；Debian 请装 fonts-noto-cjk</translation>
    </message>
    <message>
        <source>there; others stand in for {roles}, and the page says so</source>
        <translation>能印；{roles}由别的字体代替，页脚会注明</translation>
    </message>
    <message>
        <source>every official face is here</source>
        <translation>公文字体齐全</translation>
    </message>
    <message>
        <source>no network drive</source>
        <translation>不是网络盘</translation>
    </message>
    <message>
        <source>a network drive ({name}): data would be lost there</source>
        <translation>是网络盘（{name}），数据会丢</translation>
    </message>
    <message>
        <source>lies in {name}, which copies files behind the program's back</source>
        <translation>在 {name} 里，它会在背后复制文件</translation>
    </message>
    <message>
        <source>in no folder of a cloud disk</source>
        <translation>不在网盘的同步文件夹里</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>剩 {free}</translation>
    </message>
    <message>
        <source>only {free}; {least} are needed</source>
        <translation>只剩 {free}，至少要 {least}</translation>
    </message>
    <message>
        <source>checked page by page, entries {n}</source>
        <translation>逐页查过，{n} 条</translation>
    </message>
    <message>
        <source>written, flushed and read back in {n} ms</source>
        <translation>写入、落盘、读回，{n} 毫秒</translation>
    </message>
    <message>
        <source>what was written could not be read back</source>
        <translation>写入的内容读不回来</translation>
    </message>
    <message>
        <source>{time} is {span} before the last entry; set the computer's clock</source>
        <translation>{time}，比最后一条早 {span}；请校准本机时间</translation>
    </message>
    <message>
        <source>{time}, not before the last entry</source>
        <translation>{time}，不早于最后一条</translation>
    </message>
    <message>
        <source>write the whole path, or look for the folder</source>
        <translation>请写完整路径，或点“找…”</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>the data's own disk; if it breaks, both are gone</source>
        <translation>和数据同一块盘，坏了两样都没</translation>
    </message>
    <message>
        <source>another disk than the data, {free} free</source>
        <translation>和数据不在一块盘，剩 {free}</translation>
    </message>
    <message>
        <source>on the network ({name})</source>
        <translation>在网络上（{name}）</translation>
    </message>
    <message>
        <source>first at {time}; the newest {n} are kept</source>
        <translation>{time} 起自动做，留最近 {n} 份</translation>
    </message>
    <message>
        <source>with the start; reopened and counted before it counts</source>
        <translation>开始时就做，重新打开点过数才算</translation>
    </message>
    <message>
        <source>Another disk</source>
        <translation>不在同一块盘</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>First backup</source>
        <translation>第一次备份</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>第一次打开</translation>
    </message>
    <message>
        <source>1 What to begin with</source>
        <translation>1 用什么开始</translation>
    </message>
    <message>
        <source>2 Seat and people</source>
        <translation>2 座席与人</translation>
    </message>
    <message>
        <source>3 Where the data lies</source>
        <translation>3 数据放哪</translation>
    </message>
    <message>
        <source>4 Where backups go</source>
        <translation>4 备份到哪</translation>
    </message>
    <message>
        <source>5 A trial drill</source>
        <translation>5 试吹一次（演练）</translation>
    </message>
    <message>
        <source>Close any time; what was typed is kept</source>
        <translation>随时可关，填过的下次还在</translation>
    </message>
    <message>
        <source>No network and no account needed</source>
        <translation>不用联网，不用账号</translation>
    </message>
    <message>
        <source>F9 works already: it asks only what and where</source>
        <translation>F9 现在就能用，只问什么事、在哪</translation>
    </message>
    <message>
        <source>Start without a trial</source>
        <translation>先不试，直接开始</translation>
    </message>
    <message>
        <source>Start, then a trial drill</source>
        <translation>开始，试吹一次</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>{name}: in the console in drill mode, on this computer alone</source>
        <translation>{name}：在吹哨台演练，只在本机，不外发</translation>
    </message>
    <message>
        <source>5 Then the import opens</source>
        <translation>5 接着打开导入</translation>
    </message>
    <message>
        <source>5 Then the overview opens</source>
        <translation>5 接着打开总览</translation>
    </message>
    <message>
        <source>A drill needs a drill plan: Ctrl+comma, “Drill plans”, A.</source>
        <translation>演练要有演练方案：按 Ctrl 加逗号，到“演练方案”，按 A 新建。</translation>
    </message>
    <message>
        <source>Start and import</source>
        <translation>开始，去导入</translation>
    </message>
    <message>
        <source>The office is being prepared …</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>The office is being written …</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>a folder holds one office; sample and real never mix</source>
        <translation>一个文件夹一个街道，样例和真实不混</translation>
    </message>
    <message>
        <source>The sample street</source>
        <translation>样例街道</translation>
    </message>
    <message>
        <source>Our own street, empty</source>
        <translation>我们街道，空的</translation>
    </message>
    <message>
        <source>From our workbooks</source>
        <translation>从台账导入</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>街道名称</translation>
    </message>
    <message>
        <source>a whole invented street</source>
        <translation>一个编出来的完整街道</translation>
    </message>
    <message>
        <source>communities {c}, streets and alleys {s}, departments {u}, plans {p}, cases {n}</source>
        <translation>{c} 社区、{s} 街巷、{u} 部门、{p} 预案、{n} 案件</translation>
    </message>
    <message>
        <source>to try everything; names and phones are invented</source>
        <translation>先练熟；名字电话都是编的</translation>
    </message>
    <message>
        <source>Limits with their sources, the calendar, 119 120 110 122, one plan for whatever happens</source>
        <translation>带时限及出处、日历、119 120 110 122、一份通用预案</translation>
    </message>
    <message>
        <source>the rest is filled in as you go</source>
        <translation>其余边用边补</translation>
    </message>
    <message>
        <source>An empty office, then the import of cases and categories; looked at before anything is written</source>
        <translation>先建空街道，再导入案件和分类，看过才写入</translation>
    </message>
    <message>
        <source>old cases start no clocks</source>
        <translation>历史案件不起计时</translation>
    </message>
    <message>
        <source>the street's name</source>
        <translation>填街道名</translation>
    </message>
    <message>
        <source>stands on every page and in the title</source>
        <translation>印在每页上，也写在标题里</translation>
    </message>
    <message>
        <source>invented; “sample” stays in the top bar</source>
        <translation>是编的，顶栏一直标“样例”</translation>
    </message>
    <message>
        <source>all of it can be changed later</source>
        <translation>以后都能改</translation>
    </message>
    <message>
        <source>Who sits here</source>
        <translation>谁坐这里</translation>
    </message>
    <message>
        <source>What this workstation is called</source>
        <translation>这台叫什么</translation>
    </message>
    <message>
        <source>Seat {letter}</source>
        <translation>坐席 {letter}</translation>
    </message>
    <message>
        <source>Its letter in numbers</source>
        <translation>编号字母</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your phone</source>
        <translation>您的电话</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Becomes the first clerk of the roster. F9 works with nobody signed in.</source>
        <translation>记为名录里第一位值班员。没人登录也能 F9。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>先不登录</translation>
    </message>
    <message>
        <source>F9 works with nobody signed in</source>
        <translation>没人登录也能 F9</translation>
    </message>
    <message>
        <source>given once and never changed; the next workstation gets the next letter</source>
        <translation>给了不再换，下一台用下一个字母</translation>
    </message>
    <message>
        <source>looked at, not assumed</source>
        <translation>查过才让用</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再查</translation>
    </message>
    <message>
        <source>{n} passed</source>
        <translation>{n} 过</translation>
    </message>
    <message>
        <source>{n} passed · {m} to look at</source>
        <translation>{n} 过 · {m} 待看</translation>
    </message>
    <message>
        <source>best on another disk</source>
        <translation>最好在另一块盘</translation>
    </message>
    <message>
        <source>Folder of the automatic backups</source>
        <translation>自动备份的文件夹</translation>
    </message>
    <message>
        <source>on shift now</source>
        <translation>正在当班</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>First start</source>
        <translation>第一次打开</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>what to begin with</source>
        <translation>选开始方式</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一格</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>再查</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>blow a whistle now</source>
        <translation>现在就吹哨</translation>
    </message>
</context>
<context>
    <name>Foresight</name>
    <message>
        <source>Hot spots</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>案件类别</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 日</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>同期</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Being counted …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>{n} cases by weekday and hour</source>
        <translation>{n} 件，按星期和钟点</translation>
    </message>
    <message>
        <source>The roster has no community yet</source>
        <translation>名录里还没有社区</translation>
    </message>
    <message>
        <source>Communities, streets and grids come with the roster, Alt 5.</source>
        <translation>社区、街巷、网格在街巷长里录入，按 Alt 5。</translation>
    </message>
    <message>
        <source>No former year to compare with</source>
        <translation>没有往年可比</translation>
    </message>
    <message>
        <source>It is told once a year has passed here or was imported.</source>
        <translation>满一年或导入往年案件后才有。</translation>
    </message>
    <message>
        <source>mean of {n} former years, same days</source>
        <translation>往年同期，{n} 年平均</translation>
    </message>
    <message>
        <source>{n} cases, {m} without a place</source>
        <translation>{n} 件，{m} 件没有点位</translation>
    </message>
    <message>
        <source>{n} cases</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>No rule has fired</source>
        <translation>没有规则提醒</translation>
    </message>
    <message>
        <source>They are run every few minutes; R runs them now.</source>
        <translation>每几分钟查一次；按 R 现在就查。</translation>
    </message>
    <message>
        <source>Reminders of the rules</source>
        <translation>规则提醒</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Words over all years</source>
        <translation>关键词研究</translation>
    </message>
    <message>
        <source>Keep as a topic</source>
        <translation>存为专题</translation>
    </message>
    <message>
        <source>leaking roof -water pipe</source>
        <translation>漏雨 渗水 -漏水管</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>not {word} {n}</source>
        <translation>{word} 不算 {n}</translation>
    </message>
    <message>
        <source>not {word}</source>
        <translation>{word} 不算</translation>
    </message>
    <message>
        <source>whole street</source>
        <translation>全街</translation>
    </message>
    <message>
        <source>Suggested: {words}</source>
        <translation>建议：{words}</translation>
    </message>
    <message>
        <source>Watched until {day}: {words}</source>
        <translation>盯到 {day}：{words}</translation>
    </message>
    <message>
        <source>{day} sent to {unit}</source>
        <translation>{day} 已派{unit}</translation>
    </message>
    <message>
        <source>{n} again since it was watched</source>
        <translation>盯防期内又来 {n} 件</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>剩 {n} 日</translation>
    </message>
    <message>
        <source>{n}, else {usual}</source>
        <translation>{n} 件，往年 {usual}</translation>
    </message>
    <message>
        <source>{n} / {most} cases</source>
        <translation>{n} / {most} 件</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>派</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不派</translation>
    </message>
    <message>
        <source>{rule}: {n} cases. {advice}</source>
        <translation>{rule}：{n} 件。{advice}。</translation>
    </message>
    <message>
        <source>Leading unit (suggested by the rule)</source>
        <translation>主办（规则建议）</translation>
    </message>
    <message>
        <source>Community too</source>
        <translation>同派社区</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Send before anybody complains</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>Sent; the spot is remembered.</source>
        <translation>已派出，点位记着。</translation>
    </message>
    <message>
        <source>Why it says nothing</source>
        <translation>为什么是误报</translation>
    </message>
    <message>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Noted: useful.</source>
        <translation>记下：有用。</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Watched for days</source>
        <translation>盯防天数</translation>
    </message>
    <message>
        <source>Watch the spot</source>
        <translation>盯防点位</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>盯防</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why it is closed</source>
        <translation>为什么关闭</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it looks at</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>按什么计</translation>
    </message>
    <message>
        <source>From how many cases</source>
        <translation>够几件</translation>
    </message>
    <message>
        <source>Within days</source>
        <translation>几日之内</translation>
    </message>
    <message>
        <source>Per cent more than usual, or in one hour</source>
        <translation>比往年多百分之几，或同一时段占百分之几</translation>
    </message>
    <message>
        <source>Kinds (empty: all), separated by blanks</source>
        <translation>类别（空：全部），用空格分开</translation>
    </message>
    <message>
        <source>Words, one of which must be there</source>
        <translation>算的词，用空格分开</translation>
    </message>
    <message>
        <source>Words that must not be there</source>
        <translation>不算的词</translation>
    </message>
    <message>
        <source>Suggests</source>
        <translation>建议派给</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>不建议</translation>
    </message>
    <message>
        <source>each kind for itself</source>
        <translation>各类别分开计</translation>
    </message>
    <message>
        <source>What it suggests</source>
        <translation>建议做什么</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>改规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The rule is saved.</source>
        <translation>规则已保存。</translation>
    </message>
    <message>
        <source>being counted …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Complete the rule to see what it would have done.</source>
        <translation>填完整后看过去一年会提醒几次。</translation>
    </message>
    <message>
        <source>It would have fired {n} times in the last year, and at {now} spots now.</source>
        <translation>过去一年会提醒 {n} 次，现在有 {now} 处。</translation>
    </message>
</context>
<context>
    <name>ForesightScreen</name>
    <message>
        <source>Foresight</source>
        <translation>前瞻</translation>
    </message>
    <message>
        <source>before anybody complains</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>before anybody complains · rules run {time}</source>
        <translation>未诉先办 · 规则查至 {time}</translation>
    </message>
    <message>
        <source>words</source>
        <translation>换关键词</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选</translation>
    </message>
    <message>
        <source>assess</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>look back</source>
        <translation>登记回头看</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>dispatch what is assessed</source>
        <translation>派已评估的</translation>
    </message>
    <message>
        <source>send</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>useful</source>
        <translation>有用</translation>
    </message>
    <message>
        <source>false</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>盯防</translation>
    </message>
    <message>
        <source>its cases</source>
        <translation>看案件</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>list hazards</source>
        <translation>列入隐患</translation>
    </message>
    <message>
        <source>board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>改规则</translation>
    </message>
    <message>
        <source>count anew</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>special report</source>
        <translation>专题报告</translation>
    </message>
    <message>
        <source>copy for the group</source>
        <translation>复制发群</translation>
    </message>
    <message>
        <source>No hazard is listed</source>
        <translation>还没有列入隐患</translation>
    </message>
    <message>
        <source>/ takes words, S keeps them as a topic, H lists the points told of in two years or more.</source>
        <translation>按 / 输入关键词，S 存为专题，H 把两年以上都报的点位列入。</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>隐患清单</translation>
    </message>
    <message>
        <source>{n} wait</source>
        <translation>{n} 条待办</translation>
    </message>
    <message>
        <source>{n} rules</source>
        <translation>规则 {n} 条</translation>
    </message>
    <message>
        <source>a year: raised {raised}, useful {useful}, false {false}</source>
        <translation>近一年提醒 {raised}，有用 {useful}，误报 {false}</translation>
    </message>
    <message>
        <source> · counted {ago} ago</source>
        <translation> · {ago}前统计</translation>
    </message>
    <message>
        <source>Type a word first.</source>
        <translation>先输入关键词。</translation>
    </message>
    <message>
        <source>being counted …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>{n} cases by month</source>
        <translation>{n} 件，按月</translation>
    </message>
    <message>
        <source> · {n} cases are not searchable yet</source>
        <translation> · {n} 件还没编入检索</translation>
    </message>
    <message>
        <source>as kept on {day}, R counts anew</source>
        <translation>{day} 的统计，按 R 重新统计</translation>
    </message>
    <message>
        <source>{p} % of the cases</source>
        <translation>占来电 {p}%</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>in {n} years</source>
        <translation>件，{n} 年</translation>
    </message>
    <message>
        <source>at {n} points</source>
        <translation>{n} 个点位</translation>
    </message>
    <message>
        <source>Points told of again</source>
        <translation>重复点位</translation>
    </message>
    <message>
        <source>in two years or more</source>
        <translation>处，两年以上都报</translation>
    </message>
    <message>
        <source>{n} cases</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>Hazards listed</source>
        <translation>列入隐患</translation>
    </message>
    <message>
        <source>points</source>
        <translation>处</translation>
    </message>
    <message>
        <source>{n} long-term, with a reason</source>
        <translation>{n} 处长期，已说明</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修好</translation>
    </message>
    <message>
        <source>{n} not yet</source>
        <translation>余 {n} 处</translation>
    </message>
    <message>
        <source>Looked back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>处未复发</translation>
    </message>
    <message>
        <source>{n} came again</source>
        <translation>{n} 处复发</translation>
    </message>
    <message>
        <source>What it does not prove</source>
        <translation>不能说明</translation>
    </message>
    <message>
        <source>rain and habits of reporting differ from year to year</source>
        <translation>雨型、报案习惯没有控制</translation>
    </message>
    <message>
        <source>few cases: counts only, no shares</source>
        <translation>件数少，只列数，不算比例</translation>
    </message>
    <message>
        <source>B compares the season with the former one</source>
        <translation>按 B 与上一季比较</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Season {a} → {b}, the same days</source>
        <translation>{a} → {b} 同期</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>件</translation>
    </message>
    <message>
        <source>up to {day}, same words</source>
        <translation>至 {day}，同词</translation>
    </message>
    <message>
        <source>Repaired points</source>
        <translation>修过的点位再来电</translation>
    </message>
    <message>
        <source>cases at {n} points</source>
        <translation>件，{n} 处</translation>
    </message>
    <message>
        <source>not repaired: {was} → {now} at {n}</source>
        <translation>没修的 {n} 处：{was} → {now}</translation>
    </message>
    <message>
        <source>The words are being counted; press H again.</source>
        <translation>正在统计，稍后再按 H。</translation>
    </message>
    <message>
        <source>No point was told of in two years or more.</source>
        <translation>没有两年以上都报的点位。</translation>
    </message>
    <message>
        <source>The points are on the list; Enter assesses one.</source>
        <translation>已列入，按 Enter 逐处评估。</translation>
    </message>
    <message>
        <source>Rules and counts are run anew.</source>
        <translation>正在重新统计。</translation>
    </message>
    <message>
        <source>Copied for the group.</source>
        <translation>已复制，可发到群里。</translation>
    </message>
    <message>
        <source>{name} · raised {n}, useful {useful}, false {false}</source>
        <translation>{name} · 提醒 {n}，有用 {useful}，误报 {false}</translation>
    </message>
    <message>
        <source>{told} (off)</source>
        <translation>{told}（停用）</translation>
    </message>
    <message>
        <source>New rule …</source>
        <translation>新规则…</translation>
    </message>
</context>
<context>
    <name>ForesightWords</name>
    <message>
        <source>so many at a spot</source>
        <translation>同一处够件数</translation>
    </message>
    <message>
        <source>more than in former years</source>
        <translation>比往年同期多</translation>
    </message>
    <message>
        <source>words in the text</source>
        <translation>文中有词</translation>
    </message>
    <message>
        <source>at one hour of the week</source>
        <translation>每周固定时段</translation>
    </message>
    <message>
        <source>suspension to be reviewed</source>
        <translation>挂账将复核</translation>
    </message>
    <message>
        <source>a point</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>a grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>a community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>the whole street</source>
        <translation>全街</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>又来</translation>
    </message>
    <message>
        <source>useful</source>
        <translation>有用</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>已派</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>盯防中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Hazards listed</source>
        <translation>列入隐患</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已报告</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派单</translation>
    </message>
    <message>
        <source>Looked back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>Effect measured</source>
        <translation>效果评估</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>high</source>
        <translation>大</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>low</source>
        <translation>小</translation>
    </message>
    <message>
        <source>to be assessed</source>
        <translation>待评估</translation>
    </message>
    <message>
        <source>assessed</source>
        <translation>已评估</translation>
    </message>
    <message>
        <source>order sent</source>
        <translation>已派单</translation>
    </message>
    <message>
        <source>in repair</source>
        <translation>在修</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>修毕</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>long-term</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>未复发</translation>
    </message>
    <message>
        <source>came again</source>
        <translation>复发</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未能看</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Not now</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>“{field}” is missing.</source>
        <translation>“{field}”没有填。</translation>
    </message>
    <message>
        <source>“{field}” cannot be read as it is written.</source>
        <translation>“{field}”填的内容认不出来。</translation>
    </message>
</context>
<context>
    <name>FoundSheet</name>
    <message>
        <source>From the scenario</source>
        <translation>用哪个情景</translation>
    </message>
    <message>
        <source>Name of the drill</source>
        <translation>演练名称</translation>
    </message>
    <message>
        <source>Rests on the plan</source>
        <translation>依据预案</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>New drill</source>
        <translation>新建演练</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>立项</translation>
    </message>
    <message>
        <source>the scenario stays as it is; nothing of a drill goes outside</source>
        <translation>原情景不动；演练内容不外发</translation>
    </message>
    <message>
        <source>{name} drill</source>
        <translation>{name}演练</translation>
    </message>
</context>
<context>
    <name>Grade</name>
    <message>
        <source>A|excellent</source>
        <translation>优|优</translation>
    </message>
    <message>
        <source>B|good</source>
        <translation>良|良</translation>
    </message>
    <message>
        <source>C|fair</source>
        <translation>中|中</translation>
    </message>
    <message>
        <source>D|poor</source>
        <translation>差|差</translation>
    </message>
</context>
<context>
    <name>GroupSheet</name>
    <message>
        <source>chosen on the scene</source>
        <translation>现场定</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>就这样</translation>
    </message>
    <message>
        <source>units are chosen on the scene, or added to the plan first</source>
        <translation>单位现场定，或先加进预案</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The incident is closed. Here is its review.</source>
        <translation>事件已关闭，转到复盘。</translation>
    </message>
    <message>
        <source>Not saved; see the strip above. Nothing typed is lost.</source>
        <translation>没存上，原因见上方提示条；打的字都在。</translation>
    </message>
</context>
<context>
    <name>HazardCard</name>
    <message>
        <source>Told of</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>How likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>When it comes</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>后果</translation>
    </message>
    <message>
        <source>Who repairs</source>
        <translation>谁修</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>{n} cases in {years}</source>
        <translation>{n} 件：{years}</translation>
    </message>
</context>
<context>
    <name>Hazards</name>
    <message>
        <source>{state}, by {day}</source>
        <translation>{state}，限 {day}</translation>
    </message>
    <message>
        <source>{n} cases, {years} years</source>
        <translation>{n} 件，{years} 年</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Likely · when</source>
        <translation>可能 · 时段</translation>
    </message>
    <message>
        <source>Who repairs</source>
        <translation>谁修</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Look-back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>凭什么</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>全部 {n}</translation>
    </message>
    <message>
        <source>Came again {n}</source>
        <translation>复发 {n}</translation>
    </message>
    <message>
        <source>In repair {n}</source>
        <translation>在修 {n}</translation>
    </message>
    <message>
        <source>To look at {n}</source>
        <translation>待看 {n}</translation>
    </message>
</context>
<context>
    <name>HeadSheet</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rests on the plan</source>
        <translation>依据预案</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>as the roster names it</source>
        <translation>按名录里的叫法</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Scene clock</source>
        <translation>情景钟</translation>
    </message>
    <message>
        <source>such as a weekday, 02:40, wind</source>
        <translation>如：工作日02:40，西北风2级</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>Minutes it takes</source>
        <translation>时长（分钟）</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>What the drill is</source>
        <translation>演练类型</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>HeldSheet</name>
    <message>
        <source>Held on</source>
        <translation>演练日期</translation>
    </message>
    <message>
        <source>Held before</source>
        <translation>登记已演练</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>came with a newer program</source>
        <translation>随新版程序带来</translation>
    </message>
    <message>
        <source>came with the founding</source>
        <translation>初装带来</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>未登录</translation>
    </message>
</context>
<context>
    <name>HourHeat</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>holds today</source>
        <translation>今天适用</translation>
    </message>
</context>
<context>
    <name>HoursSection</name>
    <message>
        <source>limits in working hours and working days count them</source>
        <translation>按工作小时、工作日算的时限都用它</translation>
    </message>
    <message>
        <source>hours from a day on</source>
        <translation>新增某日起的时间</translation>
    </message>
    <message>
        <source>change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>删去一行</translation>
    </message>
    <message>
        <source>reckon provisional ends anew</source>
        <translation>重算暂定到期</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Before the first day 09:00-12:00 and 13:30-17:30 are taken. Orders under way keep the end they were given.</source>
        <translation>首行日期之前按 09:00-12:00、13:30-17:30。在办案件到期时间不变。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>only added to, never deleted</source>
        <translation>只增不改</translation>
    </message>
    <message>
        <source>Provisional ends</source>
        <translation>暂定到期</translation>
    </message>
    <message>
        <source>Reckon anew</source>
        <translation>重算</translation>
    </message>
    <message>
        <source>lines {n}</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}，{day}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Hours from a day on</source>
        <translation>某日起的办公时间</translation>
    </message>
    <message>
        <source>Change these hours</source>
        <translation>修改这一行</translation>
    </message>
    <message>
        <source>Write the hours as 09:00-12:00 13:30-17:30.</source>
        <translation>请写成 09:00-12:00 13:30-17:30。</translation>
    </message>
    <message>
        <source>Saved; limits given from now on count so</source>
        <translation>已保存，今后定的时限照此算</translation>
    </message>
    <message>
        <source>Taken out; the history keeps it</source>
        <translation>已删去，历史保留</translation>
    </message>
    <message>
        <source>Made certain: {n}, of which another end: {moved}. Each has its entry.</source>
        <translation>已转为确定 {n} 件，其中到期时间有变 {moved} 件。每件都有记录。</translation>
    </message>
    <message>
        <source>No open order counts working days of a year without an official calendar.</source>
        <translation>没有在办案件用到尚无官方日历的年份。</translation>
    </message>
    <message>
        <source>Open orders with a provisional end: {n}. The calendar they wait for has not come yet.</source>
        <translation>暂定到期的在办案件 {n} 件，所等年份的日历还没有。</translation>
    </message>
    <message>
        <source>Open orders with a provisional end: {n}. Their calendar has come for {gain}; the end would move for {moves}.</source>
        <translation>暂定到期的在办案件 {n} 件；其中 {gain} 件的日历已有，到期时间会变的 {moves} 件。</translation>
    </message>
    <message>
        <source>Made certain so far: {n}</source>
        <translation>已转为确定 {n} 件</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>another file</source>
        <translation>换文件</translation>
    </message>
    <message>
        <source>back to the start</source>
        <translation>回到开头</translation>
    </message>
    <message>
        <source>to the cases</source>
        <translation>回案件</translation>
    </message>
    <message>
        <source>one stage back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换文件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>File</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>选表</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>对列</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试导</translation>
    </message>
    <message>
        <source>History or live</source>
        <translation>历史或在办</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{all} 张，导 {n} 张</translation>
    </message>
    <message>
        <source>{known} of {width} used</source>
        <translation>{width} 列用 {known} 列</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>新增 {n}</translation>
    </message>
    <message>
        <source>{n} live</source>
        <translation>在办 {n}</translation>
    </message>
    <message>
        <source>history</source>
        <translation>全部历史</translation>
    </message>
    <message>
        <source>sheets {n}</source>
        <translation>{n} 张表</translation>
    </message>
    <message>
        <source>Nothing is written before the last step.</source>
        <translation>最后一步之前不写入任何内容。</translation>
    </message>
    <message>
        <source>To the cases</source>
        <translation>回案件</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>写出文件</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>Try it (dry run)</source>
        <translation>试导</translation>
    </message>
    <message>
        <source>Tell {n} anew</source>
        <translation>更新 {n} 件</translation>
    </message>
    <message>
        <source>Keep the report</source>
        <translation>留下报告</translation>
    </message>
    <message>
        <source>Bring in {n}</source>
        <translation>导入 {n} 件</translation>
    </message>
    <message>
        <source>Something is at work here; it ends or is stopped first.</source>
        <translation>这里还有任务在做，做完或停下后再来。</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Bringing in</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写出文件</translation>
    </message>
    <message>
        <source>This is a list of categories and is read as one.</source>
        <translation>这是一份分类表，已按分类读取。</translation>
    </message>
    <message>
        <source>Import ended: {created} created, {there} here already, {rejected} rejected</source>
        <translation>导入结束：新增 {created}，已在库中 {there}，不收 {rejected}</translation>
    </message>
    <message>
        <source>What was brought in before stays; bringing it in again takes only what is not here yet.</source>
        <translation>之前导入的都保留；再导一次只补没有的。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>The import broke off ({detail}); the error was written to the log.</source>
        <translation>导入中断（{detail}），错误已写入日志。</translation>
    </message>
    <message>
        <source>The report is copied</source>
        <translation>报告已复制</translation>
    </message>
    <message>
        <source>No program opens it; it lies at {path}</source>
        <translation>没有程序能打开它，文件在 {path}</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>live</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>First level</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>Second level</source>
        <translation>二级</translation>
    </message>
    <message>
        <source>Third level</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>Sheet · row</source>
        <translation>表 · 行</translation>
    </message>
    <message>
        <source>goes live</source>
        <translation>转为在办</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Time received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>发现途径</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>What is wanted</source>
        <translation>诉求性质</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>Leading unit</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>Co-handlers</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Dispatched at</source>
        <translation>派单时间</translation>
    </message>
    <message>
        <source>Citizen reached at</source>
        <translation>联系时间</translation>
    </message>
    <message>
        <source>Fed back at</source>
        <translation>反馈时间</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>Called back at</source>
        <translation>回访时间</translation>
    </message>
    <message>
        <source>Solved?</source>
        <translation>是否解决</translation>
    </message>
    <message>
        <source>Satisfied?</source>
        <translation>是否满意</translation>
    </message>
    <message>
        <source>State elsewhere</source>
        <translation>对方状态</translation>
    </message>
    <message>
        <source>Answer given</source>
        <translation>办理答复</translation>
    </message>
    <message>
        <source>tells next time that the row is here already</source>
        <translation>下次凭它认重</translation>
    </message>
    <message>
        <source>or the text: one of the two is needed</source>
        <translation>与内容至少要一项</translation>
    </message>
    <message>
        <source>what was said, searchable</source>
        <translation>反映的原话</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必须有</translation>
    </message>
    <message>
        <source>masked on the screen</source>
        <translation>屏幕上遮盖</translation>
    </message>
    <message>
        <source>names of the roster are found in it</source>
        <translation>认名录里的地名</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>path or last level of the tree</source>
        <translation>分类路径或末级名称</translation>
    </message>
    <message>
        <source>how it came in</source>
        <translation>由哪里来</translation>
    </message>
    <message>
        <source>how urgent it is</source>
        <translation>缓急程度</translation>
    </message>
    <message>
        <source>a limit somebody else has set</source>
        <translation>来件规定的时限</translation>
    </message>
    <message>
        <source>appeal, advice, suggestion, report or praise</source>
        <translation>求助、咨询、建议、举报或表扬</translation>
    </message>
    <message>
        <source>who speak with one voice</source>
        <translation>多人联名反映</translation>
    </message>
    <message>
        <source>by its name in the office</source>
        <translation>按本街道的单位名称</translation>
    </message>
    <message>
        <source>by their names, parted by commas</source>
        <translation>按单位名称，用逗号分开</translation>
    </message>
    <message>
        <source>how the order went elsewhere</source>
        <translation>在原系统的办理经过</translation>
    </message>
    <message>
        <source>counts for the response rate</source>
        <translation>计入响应率</translation>
    </message>
    <message>
        <source>the order ended elsewhere: no clocks here</source>
        <translation>已在别处办结，本处不计时</translation>
    </message>
    <message>
        <source>when the citizen was asked</source>
        <translation>何时回访来电人</translation>
    </message>
    <message>
        <source>counts for the resolution rate</source>
        <translation>计入解决率</translation>
    </message>
    <message>
        <source>counts for the satisfaction rate</source>
        <translation>计入满意率</translation>
    </message>
    <message>
        <source>whether the order still goes on</source>
        <translation>是否还在办</translation>
    </message>
    <message>
        <source>kept with the case</source>
        <translation>随案件保存</translation>
    </message>
    <message>
        <source>category not in the tree, left empty: {n}</source>
        <translation>分类表里没有、留空的：{n}</translation>
    </message>
    <message>
        <source>limit not readable, left empty: {n}</source>
        <translation>时限读不懂、留空的：{n}</translation>
    </message>
    <message>
        <source>unit not in the office, its name is kept: {n}</source>
        <translation>单位不在本街道，名称已保留：{n}</translation>
    </message>
    <message>
        <source>time of handling not readable, left empty: {n}</source>
        <translation>办理时间读不懂，留空：{n}</translation>
    </message>
    <message>
        <source>time of handling lies in the future, left empty: {n}</source>
        <translation>办理时间在将来，留空：{n}</translation>
    </message>
    <message>
        <source>time of handling before the matter came in, left empty: {n}</source>
        <translation>办理时间早于受理时间，留空：{n}</translation>
    </message>
    <message>
        <source>number of people not readable, left empty: {n}</source>
        <translation>人数读不懂，留空：{n}</translation>
    </message>
    <message>
        <source>by its heading</source>
        <translation>按表头认出</translation>
    </message>
    <message>
        <source>by what stands in it; please check</source>
        <translation>按内容猜的，请核对</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>同上次</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动指定</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>the column is left out</source>
        <translation>这一列不导入</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>gives</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>A case takes</source>
        <translation>案件字段</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>name erased</source>
        <translation>文件名已删除</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>已在库中</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>原表内容</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>不收的行</translation>
    </message>
    <message>
        <source>No row was rejected</source>
        <translation>没有不收的行</translation>
    </message>
    <message>
        <source>Told anew</source>
        <translation>有更新</translation>
    </message>
    <message>
        <source>Stopped half-way; the rest was not brought in.</source>
        <translation>中途停下，其余没有导入。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>a title or text</source>
        <translation>标题或内容</translation>
    </message>
    <message>
        <source>Rows at most</source>
        <translation>至多行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation>{name}（隐藏）</translation>
    </message>
    <message>
        <source>not found: {names}</source>
        <translation>没找到：{names}</translation>
    </message>
    <message>
        <source>{known} of {width} recognised</source>
        <translation>{width} 列，认出 {known} 列</translation>
    </message>
</context>
<context>
    <name>Incident</name>
    <message>
        <source>Proposed</source>
        <translation>拟设</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>选址</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Hand over|step</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Ended|step</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Counted|step</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Archived|step</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Upwind of smoke and gas</source>
        <translation>在烟、气的上风</translation>
    </message>
    <message>
        <source>Higher than water and leaks</source>
        <translation>高于积水、泄漏</translation>
    </message>
    <message>
        <source>Outside the cordon</source>
        <translation>在警戒圈外</translation>
    </message>
    <message>
        <source>Power and a road close by</source>
        <translation>近电源和道路</translation>
    </message>
    <message>
        <source>Sheltered from rain and sun</source>
        <translation>能避雨遮阳</translation>
    </message>
    <message>
        <source>Not under a wall, tree or wire</source>
        <translation>不在墙、树、线下</translation>
    </message>
    <message>
        <source>all gear is back</source>
        <translation>器材全部收回</translation>
    </message>
    <message>
        <source>signs and cordon are taken down</source>
        <translation>标识、警戒带已撤</translation>
    </message>
    <message>
        <source>the site is cleaned</source>
        <translation>现场已清理</translation>
    </message>
    <message>
        <source>the full log</source>
        <translation>全程记录</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>sign-in sheets</source>
        <translation>签到表</translation>
    </message>
    <message>
        <source>dissolved</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>downgraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>with the stand-down</source>
        <translation>随解除</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>drill ended</source>
        <translation>演练终止</translation>
    </message>
    <message>
        <source>incident closed</source>
        <translation>事件结束</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>归还</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>核销</translation>
    </message>
    <message>
        <source>Should move</source>
        <translation>应转</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>已联系</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>已转出</translation>
    </message>
    <message>
        <source>Sheltered</source>
        <translation>已安置</translation>
    </message>
    <message>
        <source>With relatives</source>
        <translation>投亲</translation>
    </message>
    <message>
        <source>Returned home</source>
        <translation>已返回</translation>
    </message>
    <message>
        <source>Refused to move</source>
        <translation>拒转</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>未成年</translation>
    </message>
    <message>
        <source>M|minor</source>
        <translation>幼</translation>
    </message>
    <message>
        <source>elderly</source>
        <translation>老年</translation>
    </message>
    <message>
        <source>E|elderly</source>
        <translation>老</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>残疾</translation>
    </message>
    <message>
        <source>D|disabled</source>
        <translation>残</translation>
    </message>
    <message>
        <source>pregnant or nursing</source>
        <translation>孕产哺乳</translation>
    </message>
    <message>
        <source>P|pregnant</source>
        <translation>孕</translation>
    </message>
    <message>
        <source>needs treatment</source>
        <translation>需就医</translation>
    </message>
    <message>
        <source>T|treatment</source>
        <translation>医</translation>
    </message>
    <message>
        <source>trapped</source>
        <translation>被困</translation>
    </message>
    <message>
        <source>injured</source>
        <translation>受伤</translation>
    </message>
    <message>
        <source>evacuated</source>
        <translation>疏散</translation>
    </message>
    <message>
        <source>moved by the list</source>
        <translation>清单已转</translation>
    </message>
    <message>
        <source>called</source>
        <translation>召集</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>units here</source>
        <translation>在场单位</translation>
    </message>
    <message>
        <source>people here</source>
        <translation>在场人数</translation>
    </message>
    <message>
        <source>orders open</source>
        <translation>未结指令</translation>
    </message>
    <message>
        <source>Contact lost: {unit}</source>
        <translation>失联：{unit}</translation>
    </message>
    <message>
        <source>Trapped: {n}</source>
        <translation>被困{n}人</translation>
    </message>
    <message>
        <source>Order: {words} {unit}</source>
        <translation>指令：{words}{unit}</translation>
    </message>
    <message>
        <source>Decision: {words} {unit}</source>
        <translation>决定：{words}{unit}</translation>
    </message>
    <message>
        <source>Out: {words} {n} {unit}</source>
        <translation>物资在外：{words} {n}{unit}</translation>
    </message>
    <message>
        <source>People still to move: {n}</source>
        <translation>待转移{n}人</translation>
    </message>
</context>
<context>
    <name>IncidentBar</name>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>arrived {n} / {m}</source>
        <translation>到场 {n} / {m}</translation>
    </message>
    <message>
        <source>no answer {n}</source>
        <translation>未响应 {n}</translation>
    </message>
    <message>
        <source>overdue {n}</source>
        <translation>超时 {n}</translation>
    </message>
    <message>
        <source>{n} more running</source>
        <translation>另有 {n} 起</translation>
    </message>
    <message>
        <source>place to be confirmed</source>
        <translation>地点待定</translation>
    </message>
    <message>
        <source>to the board</source>
        <translation>到报到板</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>{name} (group)</source>
        <translation>{name}（组）</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>下令人</translation>
    </message>
    <message>
        <source>Which leader</source>
        <translation>哪位领导</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>给谁</translation>
    </message>
    <message>
        <source>or several: their numbers</source>
        <translation>或几个单位的序号</translation>
    </message>
    <message>
        <source>Within how many minutes</source>
        <translation>几分钟内</translation>
    </message>
    <message>
        <source>Danger to watch for</source>
        <translation>注意危险</translation>
    </message>
    <message>
        <source>Protective gear</source>
        <translation>防护装备</translation>
    </message>
    <message>
        <source>From where to where</source>
        <translation>任务边界</translation>
    </message>
    <message>
        <source>I have repeated it to the leader</source>
        <translation>已向领导复述</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>复述</translation>
    </message>
    <message>
        <source>Spoken order of a leader</source>
        <translation>领导口头指示</translation>
    </message>
    <message>
        <source>Give an order</source>
        <translation>下指令</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>下达</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>总指挥</translation>
    </message>
    <message>
        <source>or another name</source>
        <translation>或写姓名</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>副总指挥</translation>
    </message>
    <message>
        <source>Phone of the post</source>
        <translation>指挥部电话</translation>
    </message>
    <message>
        <source>Radio channel</source>
        <translation>电台频道</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>the sign of the post is up</source>
        <translation>指挥部标识已挂</translation>
    </message>
    <message>
        <source>Where (upwind, outside the cordon)</source>
        <translation>设在哪（上风、警戒线外）</translation>
    </message>
    <message>
        <source>Change the command post</source>
        <translation>变更指挥部</translation>
    </message>
    <message>
        <source>Set up the command post</source>
        <translation>成立指挥部</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Groups of the plan that open with it: {n}</source>
        <translation>预案编组{n}个，一并成立</translation>
    </message>
</context>
<context>
    <name>IncidentTab</name>
    <message>
        <source>No incident is running</source>
        <translation>没有进行中的事件</translation>
    </message>
    <message>
        <source>F9 blows a whistle; a drill starts with Ctrl+D in the console.</source>
        <translation>F9 吹哨；演练在吹哨台按 Ctrl+D 开始。</translation>
    </message>
    <message>
        <source>place to be confirmed</source>
        <translation>地点待定</translation>
    </message>
    <message>
        <source>since the whistle</source>
        <translation>已吹哨</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到位</translation>
    </message>
    <message>
        <source>Muster</source>
        <translation>集结</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>false alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>stood down</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>here {n} / {m}</source>
        <translation>到场 {n} / {m}</translation>
    </message>
    <message>
        <source>Running incidents</source>
        <translation>在办事件</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一件</translation>
    </message>
</context>
<context>
    <name>InjectCard</name>
    <message>
        <source>Read aloud</source>
        <translation>念</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>How it is graded</source>
        <translation>怎么评</translation>
    </message>
    <message>
        <source>If it is not done</source>
        <translation>没做到时</translation>
    </message>
    <message>
        <source>Inject {n}, read aloud · {how}</source>
        <translation>情景 {n} 教员卡 · 念 · {how}</translation>
    </message>
    <message>
        <source>{criterion}, {n} points</source>
        <translation>{criterion} · {n}分</translation>
    </message>
    <message>
        <source>Nothing written</source>
        <translation>没写应变</translation>
    </message>
    <message>
        <source>After {n} min (T+{minute}): {words}</source>
        <translation>{n}分钟后（T+{minute}）：{words}</translation>
    </message>
</context>
<context>
    <name>InjectSheet</name>
    <message>
        <source>Minutes after the start</source>
        <translation>开始后分钟</translation>
    </message>
    <message>
        <source>Points at most</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>How it comes</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>投放</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>codes or posts, such as D01 S08</source>
        <translation>编号或岗位，如 D01 S08</translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation>计入评估项</translation>
    </message>
    <message>
        <source>Not done after minutes</source>
        <translation>几分钟没做到</translation>
    </message>
    <message>
        <source>then this comes</source>
        <translation>就来这个</translation>
    </message>
    <message>
        <source>Tests the aims</source>
        <translation>考哪些目标</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>念的话</translation>
    </message>
    <message>
        <source>Look for, one a line</source>
        <translation>看什么，一行一条</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>发生什么</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>What ought to be done</source>
        <translation>期望动作</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>Cases of the same matter</source>
        <translation>同一事项的案件</translation>
    </message>
    <message>
        <source>Another case</source>
        <translation>另一件案件</translation>
    </message>
    <message>
        <source>number or words of another case</source>
        <translation>另一件的编号或文字</translation>
    </message>
    <message>
        <source>A merged case keeps its words, number and caller; the caller is told the result too.</source>
        <translation>并案后原件的内容、编号、诉求人都保留；办理结果同样要告知诉求人。</translation>
    </message>
    <message>
        <source>Into this</source>
        <translation>并入本件</translation>
    </message>
    <message>
        <source>This into it</source>
        <translation>本件并入</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆开</translation>
    </message>
    <message>
        <source>Caller told</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>caller told {time}</source>
        <translation>已告知 {time}</translation>
    </message>
    <message>
        <source>nobody to be told</source>
        <translation>无需告知</translation>
    </message>
    <message>
        <source>{caller} is to be told too</source>
        <translation>还须告知 {caller}</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已并案</translation>
    </message>
    <message>
        <source>Linked as a repeat call</source>
        <translation>已按重复来电关联</translation>
    </message>
    <message>
        <source>No longer linked</source>
        <translation>已取消关联</translation>
    </message>
    <message>
        <source>Take a merged case out again</source>
        <translation>拆出并案</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It goes on by itself</source>
        <translation>已单独办理</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>The caller of a merged case was told</source>
        <translation>告知并案诉求人</translation>
    </message>
    <message>
        <source>Solved?</source>
        <translation>是否解决</translation>
    </message>
    <message>
        <source>Satisfied?</source>
        <translation>是否满意</translation>
    </message>
    <message>
        <source>In the citizen's words</source>
        <translation>诉求人原话</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
</context>
<context>
    <name>Joined</name>
    <message>
        <source>repeat call</source>
        <translation>重复来电</translation>
    </message>
    <message>
        <source>related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>复发</translation>
    </message>
    <message>
        <source>Merged into {case}; it goes on there</source>
        <translation>并入 {case}，在该件继续办理</translation>
    </message>
    <message>
        <source>{case} was merged into this one</source>
        <translation>{case} 并入本件</translation>
    </message>
    <message>
        <source>Linked with {case} ({why})</source>
        <translation>与 {case} 关联（{why}）</translation>
    </message>
    <message>
        <source>No longer linked with {case}</source>
        <translation>与 {case} 取消关联</translation>
    </message>
    <message>
        <source>Attached: {name}</source>
        <translation>添加附件：{name}</translation>
    </message>
    <message>
        <source>An attachment was taken out again; the file is kept</source>
        <translation>移出一个附件，文件保留</translation>
    </message>
    <message>
        <source>erased by law</source>
        <translation>已依法删除</translation>
    </message>
    <message>
        <source>{case} was taken out again and goes on by itself</source>
        <translation>{case} 已拆出，单独办理</translation>
    </message>
    <message>
        <source>Taken out again; it goes on by itself</source>
        <translation>已拆出，单独办理</translation>
    </message>
    <message>
        <source>The caller of this merged case was not reached</source>
        <translation>并案诉求人未联系上</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>The caller of this merged case was told the result</source>
        <translation>已向并案诉求人告知结果</translation>
    </message>
    <message>
        <source>goes on here</source>
        <translation>在此件办理</translation>
    </message>
    <message>
        <source>merged into it</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>may be the same</source>
        <translation>疑似重复</translation>
    </message>
</context>
<context>
    <name>JoinedStrip</name>
    <message>
        <source>Merged: goes on in {number} {title}</source>
        <translation>已并案，在 {number} {title} 继续办理</translation>
    </message>
    <message>
        <source>Merged into this one: {n}. Also tell: {callers}</source>
        <translation>并入本件 {n} 件；还须告知：{callers}</translation>
    </message>
    <message>
        <source>Merged into this one: {n}</source>
        <translation>并入本件 {n} 件</translation>
    </message>
</context>
<context>
    <name>Joint</name>
    <message>
        <source>led by {name} {phone}</source>
        <translation>牵头 {name} {phone}</translation>
    </message>
    <message>
        <source>next door {name} {phone}</source>
        <translation>邻街 {name} {phone}</translation>
    </message>
    <message>
        <source>from {n} cases</source>
        <translation>来自 {n} 件案件</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>复发</translation>
    </message>
    <message>
        <source>no office time</source>
        <translation>不在办公时段</translation>
    </message>
    <message>
        <source>over by {time}</source>
        <translation>超 {time}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已超</translation>
    </message>
    <message>
        <source>no matter for a whistle</source>
        <translation>不属吹哨事项</translation>
    </message>
    <message>
        <source>{n} bodies</source>
        <translation>{n} 家</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>{n} lines in the table</source>
        <translation>责任表 {n} 行</translation>
    </message>
    <message>
        <source>done {n} / {m}</source>
        <translation>完成 {n} / {m}</translation>
    </message>
    <message>
        <source>late {n}</source>
        <translation>超 {n}</translation>
    </message>
    <message>
        <source>sent back {n} times</source>
        <translation>退回 {n} 次</translation>
    </message>
    <message>
        <source>it came back</source>
        <translation>已复发</translation>
    </message>
    <message>
        <source>looked back {n} times</source>
        <translation>已回看 {n} 次</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>to sign</source>
        <translation>待签</translation>
    </message>
    <message>
        <source>put off {n} times</source>
        <translation>改期 {n} 次</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已移出</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>拒绝：{reason}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Late · {time}</source>
        <translation>超时 · {time}</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Date passed</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Not issued yet</source>
        <translation>未印发</translation>
    </message>
    <message>
        <source>recorded too late to count</source>
        <translation>过时补录</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>到点自动记</translation>
    </message>
    <message>
        <source>urged</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>step</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Verification: {name}</source>
        <translation>复核：{name}</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>未复发</translation>
    </message>
    <message>
        <source>Look-back {n}: {name}</source>
        <translation>第 {n} 次回头看：{name}</translation>
    </message>
    <message>
        <source>asked upward</source>
        <translation>已请上级</translation>
    </message>
    <message>
        <source>our own look</source>
        <translation>自查</translation>
    </message>
    <message>
        <source>Special team</source>
        <translation>专班</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>不考核</translation>
    </message>
    <message>
        <source>late {time}</source>
        <translation>晚 {time}</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>right</source>
        <translation>该吹</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不必吹</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催一次</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Duty table</source>
        <translation>责任表</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last word</source>
        <translation>最近一句</translation>
    </message>
    <message>
        <source>No duty table yet</source>
        <translation>还没有责任表</translation>
    </message>
    <message>
        <source>bright tick: reminded · faint tick: not yet</source>
        <translation>醒目刻度：已提醒 · 淡刻度：未到</translation>
    </message>
    <message>
        <source>dates are told by the departments; a change needs the leader's word</source>
        <translation>期限由各部门会上自报，改期要牵头领导同意</translation>
    </message>
    <message>
        <source>agreed in the meeting of {day}</source>
        <translation>{day} 协调会定</translation>
    </message>
    <message>
        <source>signed {n} / {m}</source>
        <translation>签字 {n} / {m}</translation>
    </message>
    <message>
        <source>our street</source>
        <translation>本街道</translation>
    </message>
    <message>
        <source>the street next door</source>
        <translation>邻街道</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>缺{names}签字</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>下一步：{step}</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒记录</translation>
    </message>
    <message>
        <source>once at 50, 80 and 100 %</source>
        <translation>50、80、100 % 各一次</translation>
    </message>
    <message>
        <source>Nothing was reminded yet</source>
        <translation>还没有提醒</translation>
    </message>
    <message>
        <source>Next {time}: {whom} · recorded by itself, never sent</source>
        <translation>下一次 {time}：{whom} · 到点自动记，不自动发</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Record feedback</source>
        <translation>记反馈</translation>
    </message>
    <message>
        <source>Nothing was told yet</source>
        <translation>还没有反馈</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 条</translation>
    </message>
    <message>
        <source>{n} still have to feed back; then it is verified</source>
        <translation>还差 {n} 家反馈，齐了就转复核</translation>
    </message>
    <message>
        <source>not held yet</source>
        <translation>还没有进行</translation>
    </message>
    <message>
        <source>{n} photographs</source>
        <translation>照片 {n}</translation>
    </message>
    <message>
        <source>chair {name}</source>
        <translation>主持 {name}</translation>
    </message>
    <message>
        <source>Double appraisal</source>
        <translation>双考核</translation>
    </message>
    <message>
        <source>Enter a word</source>
        <translation>记意见</translation>
    </message>
    <message>
        <source>Time kept</source>
        <translation>守时</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>催</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>哨</translation>
    </message>
    <message>
        <source>Only facts of the log stand here. Who is asked for support is never ranked.</source>
        <translation>只列日志里的事实；请求支援的单位不排名。</translation>
    </message>
    <message>
        <source>call the whistle right</source>
        <translation>认为该吹</translation>
    </message>
    <message>
        <source>nobody has said yet</source>
        <translation>还没有人表态</translation>
    </message>
    <message>
        <source>our own word: {word}</source>
        <translation>街道自评：{word}</translation>
    </message>
    <message>
        <source>after the work began</source>
        <translation>开始处置后填</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>外单位</translation>
    </message>
    <message>
        <source>somebody else (write below)</source>
        <translation>其他人（写在下面）</translation>
    </message>
    <message>
        <source>“{name}” could be {names}. Write more of it.</source>
        <translation>“{name}”可能是{names}，请写全一点。</translation>
    </message>
    <message>
        <source>“{name}” is no unit of ours and no partner yet. O enters a partner.</source>
        <translation>“{name}”不在单位名单，也不是本事项的外单位。先按 O 登记外单位。</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>发现途径</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>street, alley, building</source>
        <translation>街、巷、楼</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案件号</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>New joint whistle</source>
        <translation>新建联合联动哨</translation>
    </message>
    <message>
        <source>What one sees and another may change</source>
        <translation>看得见的管不了，管得了的看不见</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>There is no case {number}.</source>
        <translation>没有案件 {number}。</translation>
    </message>
    <message>
        <source>Yes: a joint whistle</source>
        <translation>是，吹联合联动哨</translation>
    </message>
    <message>
        <source>No: back to the case</source>
        <translation>不是，退回案件</translation>
    </message>
    <message>
        <source>A matter for a whistle</source>
        <translation>是否吹哨事项</translation>
    </message>
    <message>
        <source>Whom it concerns</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Kind of matter</source>
        <translation>事项类别</translation>
    </message>
    <message>
        <source>What is missing to solve it here</source>
        <translation>自己解决缺什么</translation>
    </message>
    <message>
        <source>What was tried, and what came of it</source>
        <translation>试过什么、结果如何</translation>
    </message>
    <message>
        <source>Opinion of the special team</source>
        <translation>专班意见</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析研判</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>退回案件</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>报给谁</translation>
    </message>
    <message>
        <source>What is asked for, and why</source>
        <translation>请求什么、为什么</translation>
    </message>
    <message>
        <source>Ask the level above</source>
        <translation>请上级吹哨</translation>
    </message>
    <message>
        <source>Record the request</source>
        <translation>记录请求</translation>
    </message>
    <message>
        <source>Recorded. No clock runs on the level above; we look at it ourselves.</source>
        <translation>已记。不给上级计时，只提醒自己查看。</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Our own look</source>
        <translation>自查</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>The level above</source>
        <translation>上级答复</translation>
    </message>
    <message>
        <source>Its words, number of the letter</source>
        <translation>答复内容、文号</translation>
    </message>
    <message>
        <source>Answer from above</source>
        <translation>上级答复</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>处级领导</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>For</source>
        <translation>哪一方</translation>
    </message>
    <message>
        <source>Name the leader</source>
        <translation>明确领导</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Partner outside our roster</source>
        <translation>名录外单位</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Who was there, with how many</source>
        <translation>到场单位和人数（一行一家）</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片数</translation>
    </message>
    <message>
        <source>Meeting point</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Site survey</source>
        <translation>现场调研</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>议定事项</translation>
    </message>
    <message>
        <source>Coordination meeting</source>
        <translation>协调会</translation>
    </message>
    <message>
        <source>By (the office closes at 17:30)</source>
        <translation>完成时限（当日下班 17:30）</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Who signs for the department</source>
        <translation>部门签字人</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>Sign the duty table</source>
        <translation>责任表签字</translation>
    </message>
    <message>
        <source>Sign the verification</source>
        <translation>复核签字</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Refused: {row}</source>
        <translation>拒绝：{row}</translation>
    </message>
    <message>
        <source>Record the refusal</source>
        <translation>记录拒绝</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>On what grounds</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Dispute: {row}</source>
        <translation>职责争议：{row}</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>New date</source>
        <translation>新期限</translation>
    </message>
    <message>
        <source>Leader who agreed</source>
        <translation>同意的领导</translation>
    </message>
    <message>
        <source>Other date: {row}</source>
        <translation>改期：{row}</translation>
    </message>
    <message>
        <source>Change the date</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Take out: {row}</source>
        <translation>移出：{row}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Work goes on</source>
        <translation>继续处置</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>face to face</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>by letter</source>
        <translation>发函</translation>
    </message>
    <message>
        <source>by radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>What they answered</source>
        <translation>对方答复</translation>
    </message>
    <message>
        <source>Urge: {names}</source>
        <translation>催办：{names}</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed: back to work</source>
        <translation>不通过，退回处置</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>复核结果</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>查看人</translation>
    </message>
    <message>
        <source>If not: which line goes back</source>
        <translation>不通过：退回哪一行</translation>
    </message>
    <message>
        <source>If not: by when</source>
        <translation>不通过：新期限</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>看到的情况</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closed. The look-backs come by themselves.</source>
        <translation>已关闭。到期自动提醒回头看。</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>没有复发</translation>
    </message>
    <message>
        <source>It came back: open a linked matter</source>
        <translation>复发，重开关联事项</translation>
    </message>
    <message>
        <source>How it is</source>
        <translation>现在怎样</translation>
    </message>
    <message>
        <source>Look-back {n}</source>
        <translation>第 {n} 次回头看</translation>
    </message>
    <message>
        <source>The whistle was right</source>
        <translation>该吹</translation>
    </message>
    <message>
        <source>It was not needed</source>
        <translation>不必吹</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>谁的意见</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
</context>
<context>
    <name>JointScreen</name>
    <message>
        <source>Joint whistle</source>
        <translation>联合联动哨</translation>
    </message>
    <message>
        <source>office time: the clock stands on nights and rest days</source>
        <translation>办公时段钟 · 夜间与休息日暂停</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>urge</source>
        <translation>催</translation>
    </message>
    <message>
        <source>feedback</source>
        <translation>记反馈</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>补签</translation>
    </message>
    <message>
        <source>date</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>add a line</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒绝、裁定</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>answer from above</source>
        <translation>上级答复</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>外单位</translation>
    </message>
    <message>
        <source>appraise</source>
        <translation>双考核</translation>
    </message>
    <message>
        <source>call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>its case</source>
        <translation>所属案件</translation>
    </message>
    <message>
        <source>Site survey</source>
        <translation>现场调研</translation>
    </message>
    <message>
        <source>Coordination meeting</source>
        <translation>协调会</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Survey, meeting</source>
        <translation>调研和会议</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>双考核</translation>
    </message>
    <message>
        <source>No joint whistle</source>
        <translation>没有联合联动哨</translation>
    </message>
    <message>
        <source>B enters a matter that one department sees and another may change.</source>
        <translation>按 B 登记：看得见的管不了、管得了的看不见的事。</translation>
    </message>
    <message>
        <source>{n} running</source>
        <translation>{n} 件在办</translation>
    </message>
    <message>
        <source>not signed yet: {names}</source>
        <translation>待签：{names}</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>退回案件</translation>
    </message>
    <message>
        <source>Ask the level above</source>
        <translation>请上级</translation>
    </message>
    <message>
        <source>Name the leader</source>
        <translation>明确领导</translation>
    </message>
    <message>
        <source>Name the leader next door</source>
        <translation>明确邻街领导</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Sign the table</source>
        <translation>签责任表</translation>
    </message>
    <message>
        <source>Issue the table</source>
        <translation>印发责任表</translation>
    </message>
    <message>
        <source>Sign the verification</source>
        <translation>签复核</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>Our own look</source>
        <translation>自查</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>协调会</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The table is issued; every clock runs from now.</source>
        <translation>责任表已印发，各项时限开始计时。</translation>
    </message>
    <message>
        <source>duty phone</source>
        <translation>值班电话</translation>
    </message>
</context>
<context>
    <name>Judge</name>
    <message>
        <source>Those we ask or tell are not graded; Enter writes a sentence.</source>
        <translation>“请”“报”的单位不评等级；按 Enter 写一句话。</translation>
    </message>
    <message>
        <source>Not saved; see the strip above. Nothing typed is lost.</source>
        <translation>没存上，原因见上方提示条；打的字都在。</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>做到</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>没做到</translation>
    </message>
    <message>
        <source>The expected action</source>
        <translation>期望动作</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>评</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>In a sentence</source>
        <translation>一句话</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>没达到</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>No whistle was blown in this drill; there is nothing to correct it on.</source>
        <translation>这次演练没有吹哨，没有可挂整改的地方。</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>改什么</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>How it is verified</source>
        <translation>怎么核实</translation>
    </message>
    <message>
        <source>Corrective action</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Debrief</source>
        <translation>现场讲评</translation>
    </message>
    <message>
        <source>The director speaks on the spot: what was good, what was weak.</source>
        <translation>总指挥当场讲：好在哪里，差在哪里。</translation>
    </message>
    <message>
        <source>Finish the evaluation</source>
        <translation>完成评估</translation>
    </message>
    <message>
        <source>Every inject that was given needs a grade.</source>
        <translation>放出的情景要逐条评定。</translation>
    </message>
    <message>
        <source>Sum up</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>What was learnt, what changes in the plan.</source>
        <translation>学到什么，预案改什么。</translation>
    </message>
    <message>
        <source>A real event broke it off; what was seen up to then is summed up.</source>
        <translation>因真实情况终止；到那时为止的情况写进总结。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Once filed, nothing of it changes any more.</source>
        <translation>归档以后不再改动。</translation>
    </message>
    <message>
        <source>Filed; kept apart from everything real.</source>
        <translation>已归档，与真实资料分开存放。</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好在哪里</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>差在哪里</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>讲评人</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Sum up the drill</source>
        <translation>演练总结</translation>
    </message>
    <message>
        <source>Where it is filed</source>
        <translation>存在哪里</translation>
    </message>
    <message>
        <source>File the drill</source>
        <translation>演练归档</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>哪里都能用</translation>
    </message>
</context>
<context>
    <name>Leading</name>
    <message>
        <source>taken</source>
        <translation>已领受</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>A unit came unasked</source>
        <translation>有单位未召先到</translation>
    </message>
    <message>
        <source>Call another department</source>
        <translation>加叫部门</translation>
    </message>
    <message>
        <source>Key facts</source>
        <translation>改要点</translation>
    </message>
    <message>
        <source>Main leader told</source>
        <translation>已报主要领导</translation>
    </message>
    <message>
        <source>District told by phone</source>
        <translation>已电话报区</translation>
    </message>
    <message>
        <source>The leader is on the scene already</source>
        <translation>领导已经到场</translation>
    </message>
    <message>
        <source>A leader has signed already</source>
        <translation>领导已经补签</translation>
    </message>
    <message>
        <source>more in the tasks tab</source>
        <translation>到任务页</translation>
    </message>
    <message>
        <source>Place and assembly point (G)</source>
        <translation>核实地点、集结点（G）</translation>
    </message>
    <message>
        <source>First guess (J)</source>
        <translation>初判（J）</translation>
    </message>
    <message>
        <source>First response (A)</source>
        <translation>先期处置（A）</translation>
    </message>
    <message>
        <source>Leader on the scene (L)</source>
        <translation>领导到场（L）</translation>
    </message>
    <message>
        <source>Leader leaves (L)</source>
        <translation>领导出发（L）</translation>
    </message>
    <message>
        <source>A leader signs the whistle (V)</source>
        <translation>领导补签（V）</translation>
    </message>
    <message>
        <source>Record a decision</source>
        <translation>记决定</translation>
    </message>
    <message>
        <source>Hand over command</source>
        <translation>移交指挥</translation>
    </message>
    <message>
        <source>Take command back</source>
        <translation>收回指挥权</translation>
    </message>
    <message>
        <source>Withdraw the command post</source>
        <translation>撤收指挥部</translation>
    </message>
    <message>
        <source>Print the call sheet</source>
        <translation>打印呼叫单</translation>
    </message>
    <message>
        <source>Print the sign-in sheet</source>
        <translation>打印签到表</translation>
    </message>
    <message>
        <source>Print the progress sheet</source>
        <translation>打印报到进度表</translation>
    </message>
    <message>
        <source>Enter what was written by hand</source>
        <translation>补录手工记录</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>去复盘</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Who has been told of the false alarm (N)</source>
        <translation>误报逐一告知（N）</translation>
    </message>
    <message>
        <source>End the drill</source>
        <translation>结束演练</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已补签</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训演练</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>装备物资</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>协同配合</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息报送</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>问题或经验</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>归类</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>改什么</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>nothing decided yet</source>
        <translation>还没定怎么改</translation>
    </message>
    <message>
        <source>good</source>
        <translation>经验</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>done, proven</source>
        <translation>完成，有证明</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>经验教训</translation>
    </message>
    <message>
        <source>each is one change, one person, one day</source>
        <translation>每条落到一处改动、一个人、一个日期</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加一条</translation>
    </message>
    <message>
        <source>Versions, changes</source>
        <translation>签字与改动</translation>
    </message>
    <message>
        <source>No lesson yet</source>
        <translation>还没有教训</translation>
    </message>
    <message>
        <source>N adds what went well or badly, and what changes because of it.</source>
        <translation>按 N 记下做得好的、不好的，以及因此要改什么。</translation>
    </message>
    <message>
        <source>a problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>went well</source>
        <translation>经验</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Where the cause lies</source>
        <translation>原因归类</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>How it will be verified</source>
        <translation>怎样验证</translation>
    </message>
    <message>
        <source>Change the lesson</source>
        <translation>修改一条</translation>
    </message>
    <message>
        <source>A lesson</source>
        <translation>加一条</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Proof: record, photo, number, and where it lies</source>
        <translation>证明：记录、照片、文号，存放在哪</translation>
    </message>
    <message>
        <source>Looked at by</source>
        <translation>谁核实的</translation>
    </message>
    <message>
        <source>The change is made</source>
        <translation>整改完成</translation>
    </message>
</context>
<context>
    <name>LimitSection</name>
    <message>
        <source>every one with its source; figures on screen and paper can point here</source>
        <translation>每条有出处；屏上、纸上的数都能指回这里</translation>
    </message>
    <message>
        <source>change the value</source>
        <translation>改</translation>
    </message>
    <message>
        <source>change everything</source>
        <translation>改全部</translation>
    </message>
    <message>
        <source>find</source>
        <translation>找</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>找</translation>
    </message>
    <message>
        <source>Find a limit</source>
        <translation>找时限</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{n} in use</source>
        <translation>在用 {n} 条</translation>
    </message>
    <message>
        <source>last changed {day}</source>
        <translation>最近改于 {day}</translation>
    </message>
    <message>
        <source>the default only; units with limits of their own: {units}, plans that write others: {plans}</source>
        <translation>只改默认；{units} 个单位另有时限，{plans} 个预案另写</translation>
    </message>
    <message>
        <source>running incidents that keep the limits of their beginning: {n}</source>
        <translation>正在进行的 {n} 起事件不变，仍按吹哨时的</translation>
    </message>
    <message>
        <source>holds from the next whistle on; running incidents keep theirs</source>
        <translation>从下一次吹哨起用；正在进行的不变</translation>
    </message>
    <message>
        <source>holds for clocks that start from now on; running ones keep theirs</source>
        <translation>从现在起的新计时用；在走的不变</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>needs a reason</source>
        <translation>要写原因</translation>
    </message>
    <message>
        <source>{who}, since {day}</source>
        <translation>{who}，{day} 起</translation>
    </message>
    <message>
        <source>if it had been {value}</source>
        <translation>若按 {value}</translation>
    </message>
    <message>
        <source>Saved; it holds from the next clock on</source>
        <translation>已保存，新计时按它走</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>LimitSide</name>
    <message>
        <source>This limit</source>
        <translation>这一条</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>only added to, never deleted</source>
        <translation>只加不删</translation>
    </message>
    <message>
        <source>What it would have changed</source>
        <translation>改了会怎样</translation>
    </message>
    <message>
        <source>recorded in 90 days</source>
        <translation>近 90 日实况试算</translation>
    </message>
    <message>
        <source>What goes by it</source>
        <translation>谁按它走</translation>
    </message>
    <message>
        <source>now {old}</source>
        <translation>现在 {old}</translation>
    </message>
    <message>
        <source>between {range}</source>
        <translation>范围 {range}</translation>
    </message>
    <message>
        <source>Nothing in this version runs by it; it is kept with its source, for people and for later.</source>
        <translation>本版程序还没用到它；连同出处留着，供人查、供以后用。</translation>
    </message>
    <message>
        <source>in time by the limits of the day</source>
        <translation>按当时的时限</translation>
    </message>
    <message>
        <source>No report-in of the last 90 days went by this limit, so nothing can be tried.</source>
        <translation>近 90 日没有报到按这条计，没法试算。</translation>
    </message>
    <message>
        <source>Only a trial. A looser limit makes the figures better; nobody comes faster for it.</source>
        <translation>只是试算。放宽会让数字变好，不等于来得快。</translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 日</translation>
    </message>
    <message>
        <source>{n} working hours</source>
        <translation>{n} 工作小时</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} 工作日</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>a day of its own</source>
        <translation>另定日期</translation>
    </message>
    <message>
        <source>{length} · table {row}</source>
        <translation>{length} · 时限表 {row}</translation>
    </message>
    <message>
        <source>{length} · by grade</source>
        <translation>{length} · 按等级</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>h</source>
        <translation>时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>工作小时</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>未核</translation>
    </message>
    <message>
        <source>Emergency whistle</source>
        <translation>应急响应哨</translation>
    </message>
    <message>
        <source>Reports to the district</source>
        <translation>报区信息</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Muster whistle</source>
        <translation>集结报到哨</translation>
    </message>
    <message>
        <source>Joint whistle</source>
        <translation>联合联动哨</translation>
    </message>
    <message>
        <source>Supervision whistle</source>
        <translation>监督管理哨</translation>
    </message>
    <message>
        <source>Review and drills</source>
        <translation>复盘与演练</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Report-in tiles: the answer clock; past it a unit is silent.</source>
        <translation>报到卡的响应计时；过了就算未响应。</translation>
    </message>
    <message>
        <source>Report-in tiles: the leaving clock.</source>
        <translation>报到卡的出发计时。</translation>
    </message>
    <message>
        <source>Report-in tiles: the arrival clock; rates in the review.</source>
        <translation>报到卡的到场计时；复盘里的到场率。</translation>
    </message>
    <message>
        <source>Report-in board: the mark until a leader has signed.</source>
        <translation>报到板：领导补签前一直有标记。</translation>
    </message>
    <message>
        <source>Report-in board: the named leader leaves for the scene.</source>
        <translation>报到板：处级领导出发计时。</translation>
    </message>
    <message>
        <source>Report-in board: the named leader is on the scene.</source>
        <translation>报到板：处级领导到场计时。</translation>
    </message>
    <message>
        <source>Console: another whistle of one place and kind is asked about.</source>
        <translation>吹哨台：同一地点、同类事件再吹哨时先问一句。</translation>
    </message>
    <message>
        <source>Report-in tiles: a head count is due after so long without contact.</source>
        <translation>报到卡：现场多久没联系就该清点人员。</translation>
    </message>
    <message>
        <source>P: so many tries at one number, then the next of the contact order.</source>
        <translation>P 电话：一个号码打几次不通，就换下一联系人。</translation>
    </message>
    <message>
        <source>Report-in board, Ctrl+Z: this seat's own last step, while it is so fresh.</source>
        <translation>报到板 Ctrl+Z：只撤本席位这段时间内自己记的上一步。</translation>
    </message>
    <message>
        <source>Alarm: the tone comes again after this.</source>
        <translation>告警：隔多久再响。</translation>
    </message>
    <message>
        <source>Alarm: so many tones, then it is only shown.</source>
        <translation>告警：响几声后只在屏幕上显示。</translation>
    </message>
    <message>
        <source>Alarm: the span in which the tones of one incident are counted.</source>
        <translation>告警：在多长时间里数一个事件的响声。</translation>
    </message>
    <message>
        <source>Alarm: at most so many tones of one incident in that span.</source>
        <translation>告警：这段时间里一个事件最多响几声。</translation>
    </message>
    <message>
        <source>Command post: telling the main leader.</source>
        <translation>指挥部：报主要领导。</translation>
    </message>
    <message>
        <source>Command post: the first report to the district by phone.</source>
        <translation>指挥部：电话初报。</translation>
    </message>
    <message>
        <source>Command post: the first written report to the district.</source>
        <translation>指挥部：书面初报。</translation>
    </message>
    <message>
        <source>Command post: the interval of update reports.</source>
        <translation>指挥部：续报间隔。</translation>
    </message>
    <message>
        <source>Command post: the final report after the end.</source>
        <translation>指挥部：解除后的终报。</translation>
    </message>
    <message>
        <source>Cases: from registration to dispatch.</source>
        <translation>案件：登记到派单。</translation>
    </message>
    <message>
        <source>Cases: every handler's signature after dispatch.</source>
        <translation>案件：派单后各家签收。</translation>
    </message>
    <message>
        <source>Cases: reaching the citizen; the response rate.</source>
        <translation>案件：联系诉求人；响应率。</translation>
    </message>
    <message>
        <source>Cases: how far two calls in vain lie apart; three count as unreachable.</source>
        <translation>案件：两次没联系上之间隔多久；三次算联系不上。</translation>
    </message>
    <message>
        <source>Cases: the next look at a suspended one.</source>
        <translation>案件：挂账复核。</translation>
    </message>
    <message>
        <source>Cases: doing it again after an unhappy call-back.</source>
        <translation>案件：回访不满意后的重办。</translation>
    </message>
    <message>
        <source>Figures: the good band of the whistle rate; outside of it either end is flagged.</source>
        <translation>统计：吹哨率的合宜带；低于下限或高于上限都提示。</translation>
    </message>
    <message>
        <source>Joint whistles: this step from now on; clocks that run keep theirs.</source>
        <translation>联合联动哨：以后的这一步；正在走的时限不变。</translation>
    </message>
    <message>
        <source>Supervision whistles: the weighted marks; evaluations that stand keep theirs.</source>
        <translation>监督管理哨：加权得分；已作出的评价不变。</translation>
    </message>
    <message>
        <source>Supervision whistles: this step from now on; clocks that run keep theirs.</source>
        <translation>监督管理哨：以后的这一步；正在走的时限不变。</translation>
    </message>
    <message>
        <source>Cases of this grade: the time to resolve; the resolution rate.</source>
        <translation>本等级案件的办结时限；解决率。</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自何时</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>LineForms</name>
    <message>
        <source>Every unit stands in the plan already. Enter a new one under “Units and relations”.</source>
        <translation>所有单位都在预案里了。要加新单位，到“单位与关系”。</translation>
    </message>
</context>
<context>
    <name>LineReader</name>
    <message>
        <source>a note, whatever it looks like · Enter</source>
        <translation>按情况记录，不作单位步骤 · Enter</translation>
    </message>
    <message>
        <source>an order to everybody</source>
        <translation>给全体下指令</translation>
    </message>
    <message>
        <source>@6 text: an order to unit 6</source>
        <translation>@6 加文字：给 6 号下指令</translation>
    </message>
    <message>
        <source>no such unit</source>
        <translation>没有这个编号</translation>
    </message>
    <message>
        <source>{n} {unit} takes no order: {ended}</source>
        <translation>{n} 号 {unit} {ended}，不再派任务</translation>
    </message>
    <message>
        <source>an order to {n} {unit} · Enter</source>
        <translation>给 {n} 号 {unit} 下指令 · Enter</translation>
    </message>
    <message>
        <source>{units}: {step}</source>
        <translation>{units}：{step}</translation>
    </message>
    <message>
        <source>which key fact? {known}; # alone opens the form</source>
        <translation>哪项关键情况？{known}；单独输入 # 打开表单</translation>
    </message>
    <message>
        <source>#trapped 2, #injured 1: a key fact; # alone opens all four</source>
        <translation>#被困 2、#受伤 1：改要点；只打 # 打开四格</translation>
    </message>
</context>
<context>
    <name>ListActs</name>
    <message>
        <source>A list that grows for ever stands by the moment received. Sort a view of work in hand.</source>
        <translation>这个清单一直在长，只按受理时间排。要按别的排，请选在办的视图。</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>How do they come in?</source>
        <translation>按什么导入</translation>
    </message>
    <message>
        <source>As history</source>
        <translation>全部按历史</translation>
    </message>
    <message>
        <source>The recent ones live</source>
        <translation>近期的转在办</translation>
    </message>
    <message>
        <source>Live: those I tick</source>
        <translation>勾选的转在办</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>导入后会怎样</translation>
    </message>
    <message>
        <source>Rows that would come in</source>
        <translation>将导入的行</translation>
    </message>
    <message>
        <source>New rows, the newest first</source>
        <translation>新增的行，新的在前</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>/  filter by words or number</source>
        <translation>/  按文字或编号筛选</translation>
    </message>
    <message>
        <source>No row has these words</source>
        <translation>没有含这些字的行</translation>
    </message>
    <message>
        <source>no clocks; searchable and counted</source>
        <translation>不计时，可搜索，计入统计</translation>
    </message>
    <message>
        <source>for matters that are over</source>
        <translation>用于已经办完的事</translation>
    </message>
    <message>
        <source>{n} become history: no clock, no alarm.</source>
        <translation>{n} 件按历史：不计时，不提醒。</translation>
    </message>
    <message>
        <source>suggested: most rows are older than {days} days</source>
        <translation>建议：多数行早于 {days} 天前</translation>
    </message>
    <message>
        <source>every row ended elsewhere; there is nothing to choose</source>
        <translation>都已办结，不用选</translation>
    </message>
    <message>
        <source>rows younger than {days} days: {n}</source>
        <translation>{days} 天内的有 {n} 行</translation>
    </message>
    <message>
        <source>no row is younger than {days} days</source>
        <translation>没有 {days} 天内的行</translation>
    </message>
    <message>
        <source>suggested: most rows are younger; their clocks start when they come in</source>
        <translation>建议：多数行较新；时限从导入时起算</translation>
    </message>
    <message>
        <source>their clocks start when they come in</source>
        <translation>时限从导入时起算</translation>
    </message>
    <message>
        <source>X ticks a row; the rest becomes history</source>
        <translation>按 X 勾选，其余按历史</translation>
    </message>
    <message>
        <source>the newest {n} of {all} are offered</source>
        <translation>共 {all} 行，可选最新的 {n} 行</translation>
    </message>
    <message>
        <source>{n} ticked</source>
        <translation>已勾 {n} 行</translation>
    </message>
    <message>
        <source>{n} go live: they stand on the board to be dispatched.</source>
        <translation>{n} 件转在办，进入待派。</translation>
    </message>
    <message>
        <source>Their limits run from the moment they come in, not from when they were sent.</source>
        <translation>时限从导入时起算，不从来件时间算。</translation>
    </message>
    <message>
        <source>{n} of them ended elsewhere: no clock runs.</source>
        <translation>其中 {n} 件已办结，不计时。</translation>
    </message>
    <message>
        <source>Importing the file again creates nothing twice.</source>
        <translation>同一文件再导也不会重复建案。</translation>
    </message>
    <message>
        <source>history or live</source>
        <translation>历史或在办</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>选行</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>tick all shown</source>
        <translation>全勾</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Tick the rows that go live (X), or choose history (1).</source>
        <translation>请勾选要转在办的行（X），或选“全部按历史”（1）。</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Situation and orders</source>
        <translation>情况与指令</translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation>直接打字，Enter 记入</translation>
    </message>
    <message>
        <source>Write a line</source>
        <translation>记一条</translation>
    </message>
    <message>
        <source>order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>to a department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>key fact</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>“10 到 6” = unit 10 arrived with 6</source>
        <translation>“10 到 6”：10 号到场 6 人</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>全部 {n}</translation>
    </message>
    <message>
        <source>Situation {n}</source>
        <translation>情况 {n}</translation>
    </message>
    <message>
        <source>Orders {n}</source>
        <translation>指令 {n}</translation>
    </message>
    <message>
        <source>System {n}</source>
        <translation>系统 {n}</translation>
    </message>
    <message>
        <source>Whistle taken back</source>
        <translation>收回本次吹哨</translation>
    </message>
    <message>
        <source>False alarm: {words}</source>
        <translation>误报：{words}</translation>
    </message>
    <message>
        <source>Drill ended {words}</source>
        <translation>演练结束 {words}</translation>
    </message>
    <message>
        <source>Incident closed {words}</source>
        <translation>事件结束归档 {words}</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新开启事件</translation>
    </message>
    <message>
        <source>Place: {place_words}</source>
        <translation>地点：{place_words}</translation>
    </message>
    <message>
        <source>Title: {title}</source>
        <translation>事件名称：{title}</translation>
    </message>
    <message>
        <source>Stand-down: {words} {residual_risk} {despite}</source>
        <translation>解除响应：{words} {residual_risk} {despite}</translation>
    </message>
    <message>
        <source>A leader signed the whistle: {person} {words}</source>
        <translation>领导补签：{person} {words}</translation>
    </message>
    <message>
        <source>Leader left for the scene: {name} {vehicle}</source>
        <translation>领导出发：{name} {vehicle}</translation>
    </message>
    <message>
        <source>Leader on the scene: {name}</source>
        <translation>领导到场：{name}</translation>
    </message>
    <message>
        <source>Assembly point: {place_words}</source>
        <translation>集结点：{place_words}</translation>
    </message>
    <message>
        <source>Another call about it: {words}</source>
        <translation>同一事件又来电：{words}</translation>
    </message>
    <message>
        <source>To the archive: {words}</source>
        <translation>归档：{words}</translation>
    </message>
    <message>
        <source>The drill goes on</source>
        <translation>演练恢复进行</translation>
    </message>
    <message>
        <source>A line was struck</source>
        <translation>划去一条记录</translation>
    </message>
    <message>
        <source>Personal data erased by law</source>
        <translation>个人信息已依法销毁</translation>
    </message>
    <message>
        <source>Command post set up: {place_words}, commander {commander}</source>
        <translation>指挥部成立：{place_words}，总指挥 {commander}</translation>
    </message>
    <message>
        <source>Command post: {place_words}, commander {commander}</source>
        <translation>指挥部调整：{place_words}，总指挥 {commander}</translation>
    </message>
    <message>
        <source>Group {group}: {lead}</source>
        <translation>编组 {group}：{lead}</translation>
    </message>
    <message>
        <source>Group {group} closed</source>
        <translation>撤销编组 {group}</translation>
    </message>
    <message>
        <source>Command handed over to {to}: {words}</source>
        <translation>指挥权移交{to}：{words}</translation>
    </message>
    <message>
        <source>Command taken back {words}</source>
        <translation>指挥权交回街道 {words}</translation>
    </message>
    <message>
        <source>Command post withdrawn {words}</source>
        <translation>撤收指挥部 {words}</translation>
    </message>
    <message>
        <source>A command post is proposed: {words}</source>
        <translation>拟设指挥部：{words}</translation>
    </message>
    <message>
        <source>Site of the post: {place_words}</source>
        <translation>指挥部选址：{place_words}</translation>
    </message>
    <message>
        <source>Meeting: {words}</source>
        <translation>现场会：{words}</translation>
    </message>
    <message>
        <source>Decision {number}: {words}</source>
        <translation>决定 {number}：{words}</translation>
    </message>
    <message>
        <source>Decision carried out: {words}</source>
        <translation>决定办结：{words}</translation>
    </message>
    <message>
        <source>Decision given up: {words}</source>
        <translation>决定放弃：{words}</translation>
    </message>
    <message>
        <source>The decision becomes an order</source>
        <translation>决定转为指令</translation>
    </message>
    <message>
        <source>Shift at the post: {out} → {into}</source>
        <translation>指挥部换班：{out} → {into}</translation>
    </message>
    <message>
        <source>Command post ended {words}</source>
        <translation>指挥部撤销 {words}</translation>
    </message>
    <message>
        <source>Papers of the post archived {words}</source>
        <translation>指挥部归档 {words}</translation>
    </message>
    <message>
        <source>The post goes on</source>
        <translation>演练继续，指挥部照旧</translation>
    </message>
    <message>
        <source>Order: {words}</source>
        <translation>指令：{words}</translation>
    </message>
    <message>
        <source>Order taken: {order}</source>
        <translation>领受指令：{order}</translation>
    </message>
    <message>
        <source>How far: {order} {words}</source>
        <translation>进展：{order} {words}</translation>
    </message>
    <message>
        <source>Done: {order} {words}</source>
        <translation>完成：{order} {words}</translation>
    </message>
    <message>
        <source>Order dropped: {order} {words}</source>
        <translation>指令撤销：{order} {words}</translation>
    </message>
    <message>
        <source>Order ended with the incident, no result told: {order}</source>
        <translation>指令随事件结束，未报结果：{order}</translation>
    </message>
    <message>
        <source>Order open again: {order}</source>
        <translation>恢复指令：{order}</translation>
    </message>
    <message>
        <source>Taken: {item} {quantity}{measure} {unit}</source>
        <translation>领用：{item} {quantity}{measure} {unit}</translation>
    </message>
    <message>
        <source>Supplies back: {quantity}</source>
        <translation>物资归还 {quantity}</translation>
    </message>
    <message>
        <source>Supplies used up: {quantity}</source>
        <translation>物资消耗 {quantity}</translation>
    </message>
    <message>
        <source>Supplies damaged: {quantity}</source>
        <translation>物资损坏 {quantity}</translation>
    </message>
    <message>
        <source>Supplies written off: {quantity}</source>
        <translation>物资核销 {quantity}</translation>
    </message>
    <message>
        <source>An entry of supplies is struck</source>
        <translation>划去一笔物资</translation>
    </message>
    <message>
        <source>To move: {households} households, {people} people</source>
        <translation>列入转移：{households} 户 {people} 人</translation>
    </message>
    <message>
        <source>A household to move is amended</source>
        <translation>更正转移住户</translation>
    </message>
    <message>
        <source>People who move: {to}, {people} people</source>
        <translation>转移：{to} {people} 人</translation>
    </message>
    <message>
        <source>Head count of those moved: {people}</source>
        <translation>转移点名 {people} 人</translation>
    </message>
    <message>
        <source>An entry of people who move is struck</source>
        <translation>划去一笔转移</translation>
    </message>
    <message>
        <source>Main leader told</source>
        <translation>已报主要领导</translation>
    </message>
    <message>
        <source>District told by phone</source>
        <translation>已电话报区</translation>
    </message>
    <message>
        <source>District told in writing</source>
        <translation>已书面报区</translation>
    </message>
    <message>
        <source>{stage} told by phone</source>
        <translation>{stage}电话已报</translation>
    </message>
    <message>
        <source>{stage} laid before the signer</source>
        <translation>{stage}送审</translation>
    </message>
    <message>
        <source>{stage} signed</source>
        <translation>{stage}签发</translation>
    </message>
    <message>
        <source>{stage} signed afterwards</source>
        <translation>{stage}补签</translation>
    </message>
    <message>
        <source>{stage} delivered</source>
        <translation>{stage}送达</translation>
    </message>
    <message>
        <source>Initial report</source>
        <translation>初报</translation>
    </message>
    <message>
        <source>Update {n}</source>
        <translation>续报 {n}</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>终报</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>补报</translation>
    </message>
    <message>
        <source>withdrawn: {what}</source>
        <translation>撤回“{what}”</translation>
    </message>
    <message>
        <source>read the order back</source>
        <translation>复述无误</translation>
    </message>
    <message>
        <source>head count: {people}</source>
        <translation>清点 {people} 人</translation>
    </message>
    <message>
        <source>contact lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>contact again</source>
        <translation>恢复联系</translation>
    </message>
    <message>
        <source>is at the wrong place</source>
        <translation>到错地点</translation>
    </message>
    <message>
        <source>taken off the board</source>
        <translation>取消召集</translation>
    </message>
    <message>
        <source>the words were erased by law</source>
        <translation>原文已依法销毁</translation>
    </message>
    <message>
        <source>played by a script</source>
        <translation>脚本扮演</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>entered late</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>次序不符</translation>
    </message>
    <message>
        <source>{stage} (exercise, told to nobody outside)</source>
        <translation>{stage}（演练，未外报）</translation>
    </message>
    <message>
        <source>{stage} agreed to by word of mouth, signature owed</source>
        <translation>{stage}口头同意，待补签</translation>
    </message>
    <message>
        <source>Whistle {number}, departments {n}</source>
        <translation>吹哨 {number}，召集 {n} 个部门</translation>
    </message>
    <message>
        <source>Seen to, as the plan says: {text}</source>
        <translation>已办预案提示：{text}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>count {n}</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>已复述</translation>
    </message>
    <message>
        <source>came unasked</source>
        <translation>未召先到</translation>
    </message>
    <message>
        <source>called, no answer</source>
        <translation>呼叫，未接通</translation>
    </message>
    <message>
        <source>called, busy</source>
        <translation>呼叫，占线</translation>
    </message>
    <message>
        <source>called, reached</source>
        <translation>呼叫，已接通</translation>
    </message>
    <message>
        <source>contact {n}</source>
        <translation>第{n}联系人</translation>
    </message>
    <message>
        <source>promises {time}</source>
        <translation>答应 {time} 到</translation>
    </message>
    <message>
        <source>{unit} added to the board</source>
        <translation>{unit} 列入召集</translation>
    </message>
    <message>
        <source>{unit} over the limit: {clock}</source>
        <translation>{unit} {clock}超时</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>of this computer</source>
        <translation>只在本机</translation>
    </message>
    <message>
        <source>night, day</source>
        <translation>夜间、白天</translation>
    </message>
    <message>
        <source>text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>name of the seat</source>
        <translation>坐席名</translation>
    </message>
    <message>
        <source>kept on this computer, at once in force</source>
        <translation>存在本机，立刻生效</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>白天</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Night for a dark room, day for a bright one. Paper is always white.</source>
        <translation>暗房间用夜间，亮房间用白天。纸面总是白的。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Scales text and rows; narrow tables leave out what matters least.</source>
        <translation>字和行一起放大；窄表先省去次要的列。</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>屏幕语言</translation>
    </message>
    <message>
        <source>Paper and data stay Chinese. The screen is built anew; nothing typed is lost.</source>
        <translation>纸面和数据仍是中文。画面会重建，填过的不丢。</translation>
    </message>
    <message>
        <source>Name of this seat</source>
        <translation>本机叫什么</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>as it is painted everywhere</source>
        <translation>各处都这么画</translation>
    </message>
    <message>
        <source>Seat {letter}</source>
        <translation>坐席 {letter}</translation>
    </message>
    <message>
        <source>Stands in the top bar of this computer. Left empty it is called {name}; numbers carry {letter}.</source>
        <translation>显示在本机顶栏。空着就叫{name}；编号里用 {letter}。</translation>
    </message>
</context>
<context>
    <name>ManageSheet</name>
    <message>
        <source>Saved views</source>
        <translation>存的视图</translation>
    </message>
    <message>
        <source>N: rename · Ctrl ↑↓: move · Del: retire</source>
        <translation>N：改名 · Ctrl ↑↓：移动 · Del：停用</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好</translation>
    </message>
    <message>
        <source>only me</source>
        <translation>只有我</translation>
    </message>
    <message>
        <source>the whole office</source>
        <translation>全街道</translation>
    </message>
    <message>
        <source>none saved yet: Ctrl+S in the list</source>
        <translation>还没有：在清单里按 Ctrl+S</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>View retired: {name}</source>
        <translation>视图已停用：{name}</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>more time: a leader decides</source>
        <translation>延期待批</translation>
    </message>
    <message>
        <source>suspension: a leader decides</source>
        <translation>挂账待批</translation>
    </message>
    <message>
        <source>put before a leader</source>
        <translation>呈批中</translation>
    </message>
    <message>
        <source>brought before a leader, not noted yet</source>
        <translation>已报领导，未知悉</translation>
    </message>
    <message>
        <source>a leader took note</source>
        <translation>领导已知悉</translation>
    </message>
    <message>
        <source>duty disputed, {n} of 2</source>
        <translation>职责争议 {n}/2</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>collective, {n} people</source>
        <translation>群体 {n} 人</translation>
    </message>
    <message>
        <source>before anybody complained</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>repeated or linked: {n}</source>
        <translation>重复、关联 {n} 件</translation>
    </message>
    <message>
        <source>goes on in another case</source>
        <translation>已并入另一件</translation>
    </message>
    <message>
        <source>done again: {n}</source>
        <translation>重办 {n} 次</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>已延期</translation>
    </message>
    <message>
        <source>handed to {service}</source>
        <translation>已转 {service}</translation>
    </message>
    <message>
        <source>instructions: {n}</source>
        <translation>批示 {n} 条</translation>
    </message>
    <message>
        <source>not reached: {n}</source>
        <translation>未接通 {n} 次</translation>
    </message>
    <message>
        <source>notice is up</source>
        <translation>已公示</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>复发</translation>
    </message>
</context>
<context>
    <name>MatterLog</name>
    <message>
        <source>Due: {clock}</source>
        <translation>到时：{clock}</translation>
    </message>
    <message>
        <source>Overdue: {clock}</source>
        <translation>超时：{clock}</translation>
    </message>
    <message>
        <source>the words were erased by law</source>
        <translation>原文已依法删除</translation>
    </message>
    <message>
        <source>entered late</source>
        <translation>补录</translation>
    </message>
</context>
<context>
    <name>MatterTab</name>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>to the lines</source>
        <translation>到明细</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>nobody is called yet</source>
        <translation>还没有召集</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>还没有要点</translation>
    </message>
    <message>
        <source>no command post yet</source>
        <translation>指挥部未成立</translation>
    </message>
    <message>
        <source>command post since {time}</source>
        <translation>指挥部 {time} 成立</translation>
    </message>
    <message>
        <source>place to be confirmed</source>
        <translation>地点待定</translation>
    </message>
    <message>
        <source>orders {n} / {m} done</source>
        <translation>指令完成 {n} / {m}</translation>
    </message>
    <message>
        <source>reports {n}</source>
        <translation>已报区 {n} 次</translation>
    </message>
</context>
<context>
    <name>Muster</name>
    <message>
        <source>Draft</source>
        <translation>草拟</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议研判</translation>
    </message>
    <message>
        <source>Sent to the team</source>
        <translation>报专班</translation>
    </message>
    <message>
        <source>Team accepts</source>
        <translation>专班受理</translation>
    </message>
    <message>
        <source>Whistle sounds</source>
        <translation>哨响</translation>
    </message>
    <message>
        <source>Reporting in</source>
        <translation>报到中</translation>
    </message>
    <message>
        <source>Work on site</source>
        <translation>现场处置</translation>
    </message>
    <message>
        <source>Done, to check</source>
        <translation>完成待验</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>双向评价</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Long-term</source>
        <translation>转长期</translation>
    </message>
    <message>
        <source>S|level</source>
        <translation>街|level</translation>
    </message>
    <message>
        <source>C|level</source>
        <translation>社|level</translation>
    </message>
    <message>
        <source>B|level</source>
        <translation>支|level</translation>
    </message>
    <message>
        <source>street calls departments</source>
        <translation>街道吹哨、部门报到</translation>
    </message>
    <message>
        <source>community calls sections</source>
        <translation>社区吹哨、科室报到</translation>
    </message>
    <message>
        <source>branch calls members</source>
        <translation>支部吹哨、党员报到</translation>
    </message>
    <message>
        <source>report in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>约定到位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>到位</translation>
    </message>
    <message>
        <source>Attitude</source>
        <translation>态度</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>成效</translation>
    </message>
    <message>
        <source>Their word</source>
        <translation>该不该吹</translation>
    </message>
    <message>
        <source>own rule</source>
        <translation>按其规定</translation>
    </message>
    <message>
        <source>justified</source>
        <translation>该吹</translation>
    </message>
    <message>
        <source>not justified</source>
        <translation>不该吹</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>党员</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁办</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>not at this level</source>
        <translation>本级不走</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} 到期</translation>
    </message>
    <message>
        <source>here {n}</source>
        <translation>到位 {n}</translation>
    </message>
    <message>
        <source>done {n} of {of}</source>
        <translation>办完 {n} / {of}</translation>
    </message>
    <message>
        <source>all heard</source>
        <translation>都评完</translation>
    </message>
    <message>
        <source>missing {n}</source>
        <translation>还差 {n} 方</translation>
    </message>
</context>
<context>
    <name>MusterDetail</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>通知单位</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>报到板</translation>
    </message>
    <message>
        <source>Those who are called</source>
        <translation>通知单位</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>签到表</translation>
    </message>
    <message>
        <source>Nobody is called yet</source>
        <translation>还没有通知</translation>
    </message>
    <message>
        <source>Decided on site</source>
        <translation>现场定事</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加一件</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>还没有定事</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>过程记录</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Why it is blown</source>
        <translation>吹哨事由</translation>
    </message>
    <message>
        <source>Meeting and team</source>
        <translation>会议和专班</translation>
    </message>
    <message>
        <source>Double appraisal</source>
        <translation>双考核</translation>
    </message>
    <message>
        <source>{clock} · until {time}</source>
        <translation>{clock} · {time} 到期</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>from case {number}</source>
        <translation>来自案件 {number}</translation>
    </message>
    <message>
        <source>Muster whistle</source>
        <translation>集结报到哨</translation>
    </message>
    <message>
        <source>Record the meeting</source>
        <translation>记会议</translation>
    </message>
    <message>
        <source>Send to the team</source>
        <translation>报专班</translation>
    </message>
    <message>
        <source>Answer of the team</source>
        <translation>专班答复</translation>
    </message>
    <message>
        <source>Sound the whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Begin the work</source>
        <translation>开始处置</translation>
    </message>
    <message>
        <source>Report it done</source>
        <translation>完成待验</translation>
    </message>
    <message>
        <source>Check the work</source>
        <translation>验收</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>They are chosen when the whistle sounds.</source>
        <translation>吹哨时选定。</translation>
    </message>
    <message>
        <source>Usually called for such a matter: {units}</source>
        <translation>这类事项常叫：{units}</translation>
    </message>
    <message>
        <source>The whistle has not sounded yet</source>
        <translation>还没有吹哨</translation>
    </message>
    <message>
        <source>meet {time} at {place}</source>
        <translation>{time} 在{place}集合</translation>
    </message>
    <message>
        <source>T adds what was decided, who does it, by when.</source>
        <translation>按 T 记：定了什么、谁办、何时办完。</translation>
    </message>
    <message>
        <source>still to be said</source>
        <translation>待写明</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺什么</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>做过什么</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>请做什么</translation>
    </message>
    <message>
        <source>accepted {time}</source>
        <translation>{time} 受理</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有开</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>参会</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>justified</source>
        <translation>该吹</translation>
    </message>
    <message>
        <source>not justified</source>
        <translation>不该吹</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按时到位</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>{n} h by {people}</source>
        <translation>{people} 人共 {n} 小时</translation>
    </message>
    <message>
        <source>Our word</source>
        <translation>我方自评</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未表态</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>认为该吹</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>not put up yet</source>
        <translation>还没有公示</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>根源</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回处置</translation>
    </message>
    <message>
        <source>People are not rated; only attendance and hours are kept.</source>
        <translation>不评个人，只记到岗和时长。</translation>
    </message>
    <message>
        <source>On time is computed from the report-ins; those who are asked (R) are shown, not judged.</source>
        <translation>按时到位由报到记录算出；“请”的单位只显示，不考核。</translation>
    </message>
</context>
<context>
    <name>MusterForm</name>
    <message>
        <source>no authority</source>
        <translation>没权限</translation>
    </message>
    <message>
        <source>no resources</source>
        <translation>没资源</translation>
    </message>
    <message>
        <source>several departments needed</source>
        <translation>需多部门</translation>
    </message>
    <message>
        <source>Missing: authority</source>
        <translation>缺权限</translation>
    </message>
    <message>
        <source>Missing: resources</source>
        <translation>缺资源</translation>
    </message>
    <message>
        <source>Missing: others who join in</source>
        <translation>缺配合</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>纸质</translation>
    </message>
    <message>
        <source>through the system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>by fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>face to face</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>— choose —</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>— none —</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Who calls whom</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Kind of matter</source>
        <translation>事项类别</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Party branch</source>
        <translation>党支部</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>What was tried, and what came of it</source>
        <translation>自己做过什么、结果怎样</translation>
    </message>
    <message>
        <source>What those who are called are to do</source>
        <translation>请报到单位做什么</translation>
    </message>
    <message>
        <source>New muster</source>
        <translation>新建集结哨</translation>
    </message>
    <message>
        <source>Change the draft</source>
        <translation>改草稿</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>存草稿</translation>
    </message>
    <message>
        <source>only what cannot be solved here</source>
        <translation>只吹自己解决不了的</translation>
    </message>
    <message>
        <source>Kind {n}</source>
        <translation>类别 {n}</translation>
    </message>
    <message>
        <source>confidential: no public notice</source>
        <translation>不公开，不出公示</translation>
    </message>
    <message>
        <source>Kind {n}: notice</source>
        <translation>类别 {n} 公示</translation>
    </message>
    <message>
        <source>Kinds of matters</source>
        <translation>吹哨事项类别</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Work committee meeting</source>
        <translation>街道工委会研判</translation>
    </message>
    <message>
        <source>Community committee meeting</source>
        <translation>社区党委会研判</translation>
    </message>
    <message>
        <source>When it met</source>
        <translation>会议时间</translation>
    </message>
    <message>
        <source>Chaired by</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Who was present</source>
        <translation>参会人员</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>会议决定</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Send to the district team</source>
        <translation>报区级专班</translation>
    </message>
    <message>
        <source>Send to the street team</source>
        <translation>报街道专班</translation>
    </message>
    <message>
        <source>Number of the request</source>
        <translation>报送文号</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>报送方式</translation>
    </message>
    <message>
        <source>When it was sent</source>
        <translation>报送时间</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>returned, with a reason</source>
        <translation>退回，写明原因</translation>
    </message>
    <message>
        <source>Answer of the team</source>
        <translation>专班答复</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>The team answers</source>
        <translation>专班答复</translation>
    </message>
    <message>
        <source>Where to meet</source>
        <translation>集合地点</translation>
    </message>
    <message>
        <source>When to meet</source>
        <translation>集合时间</translation>
    </message>
    <message>
        <source>Text to read out</source>
        <translation>通知文字</translation>
    </message>
    <message>
        <source>Sound the whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Blow</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Members, one a line</source>
        <translation>党员名单，一行一名</translation>
    </message>
    <message>
        <source>Called {n}</source>
        <translation>通知单位 {n}</translation>
    </message>
    <message>
        <source>reports in by</source>
        <translation>约定到位时间</translation>
    </message>
    <message>
        <source>[Muster] {place} {title}. Please report in by {time} at {meet}. Contact: {phone}.</source>
        <translation>【集结报到】{place}{title}。请于{time}前到{meet}报到。联系：{phone}。</translation>
    </message>
    <message>
        <source>the place to be told</source>
        <translation>另行通知的地点</translation>
    </message>
    <message>
        <source>When it came</source>
        <translation>到位时间</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>几人</translation>
    </message>
    <message>
        <source>Who leads them</source>
        <translation>带队人</translation>
    </message>
    <message>
        <source>{unit}: reported in</source>
        <translation>{unit}：报到</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{unit}: refuses</source>
        <translation>{unit}：拒绝报到</translation>
    </message>
    <message>
        <source>{unit}: never came</source>
        <translation>{unit}：始终未到</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Another member is here</source>
        <translation>加一名党员</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>牵头人</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Work on site begins</source>
        <translation>开始现场处置</translation>
    </message>
    <message>
        <source>— somebody else —</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>定了什么事</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>谁办</translation>
    </message>
    <message>
        <source>Responsible person</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>办完期限</translation>
    </message>
    <message>
        <source>Decided on site</source>
        <translation>现场定事</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Done on site</source>
        <translation>现场事项办完</translation>
    </message>
    <message>
        <source>What was done, what proves it</source>
        <translation>办了什么、凭什么证明</translation>
    </message>
    <message>
        <source>Done, to be checked</source>
        <translation>完成待验</translation>
    </message>
    <message>
        <source>it holds</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>back to work, with a reason</source>
        <translation>退回处置，写明原因</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>验收结果</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>看到什么</translation>
    </message>
    <message>
        <source>Check the work</source>
        <translation>验收</translation>
    </message>
    <message>
        <source>— not said —</source>
        <translation>未表态</translation>
    </message>
    <message>
        <source>We grade: {aspect}</source>
        <translation>我方评：{aspect}</translation>
    </message>
    <message>
        <source>Was the whistle justified</source>
        <translation>这一哨该不该吹</translation>
    </message>
    <message>
        <source>Our own word</source>
        <translation>我方自评</translation>
    </message>
    <message>
        <source>Appraisal: {unit}</source>
        <translation>评价：{unit}</translation>
    </message>
    <message>
        <source>On {title}: {units} came to the community and settled it on site. Result: {result}</source>
        <translation>关于{title}：{units}已到社区现场办理。办理结果：{result}</translation>
    </message>
    <message>
        <source>Where it is put up</source>
        <translation>公示在哪里</translation>
    </message>
    <message>
        <source>Text of the notice</source>
        <translation>公示文字</translation>
    </message>
    <message>
        <source>Public notice</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>Put up</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>no names, no numbers of people</source>
        <translation>不写姓名，不写个人号码</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>long-term</source>
        <translation>转长期</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>怎么结束</translation>
    </message>
    <message>
        <source>Look at it again on</source>
        <translation>再看一次的时间</translation>
    </message>
    <message>
        <source>Where the problem came from</source>
        <translation>问题根源</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why the appraisal is not complete</source>
        <translation>为什么没评完</translation>
    </message>
    <message>
        <source>{unit}: how many left</source>
        <translation>{unit}：撤离人数</translation>
    </message>
    <message>
        <source>{unit} never came: why</source>
        <translation>{unit}始终未到：原因</translation>
    </message>
    <message>
        <source>Close the muster</source>
        <translation>关闭集结哨</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{unit}: who was told</source>
        <translation>{unit}：通知了谁</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>撤回集结哨</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>MusterLog</name>
    <message>
        <source>Drafted</source>
        <translation>起草</translation>
    </message>
    <message>
        <source>Draft changed</source>
        <translation>改草稿</translation>
    </message>
    <message>
        <source>Meeting decided</source>
        <translation>会议决定</translation>
    </message>
    <message>
        <source>Sent to the team</source>
        <translation>报专班</translation>
    </message>
    <message>
        <source>The team accepts</source>
        <translation>专班受理</translation>
    </message>
    <message>
        <source>The team returns it</source>
        <translation>专班退回</translation>
    </message>
    <message>
        <source>The whistle sounds</source>
        <translation>哨响</translation>
    </message>
    <message>
        <source>Work on site begins</source>
        <translation>开始现场处置</translation>
    </message>
    <message>
        <source>Done, to be checked</source>
        <translation>完成待验</translation>
    </message>
    <message>
        <source>Checked: it holds</source>
        <translation>验收通过</translation>
    </message>
    <message>
        <source>Checked: back to work</source>
        <translation>验收不过，退回处置</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>{name} signed in</source>
        <translation>{name}签到</translation>
    </message>
    <message>
        <source>{name} left</source>
        <translation>{name}离开</translation>
    </message>
    <message>
        <source>{name} is excused</source>
        <translation>{name}请假</translation>
    </message>
    <message>
        <source>Decided on site</source>
        <translation>现场定事</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>办完：{task}</translation>
    </message>
    <message>
        <source>Open again: {task}</source>
        <translation>重新打开：{task}</translation>
    </message>
    <message>
        <source>Notice put up</source>
        <translation>已公示</translation>
    </message>
    <message>
        <source>{name} says: {verdict}</source>
        <translation>{name}认为：{verdict}</translation>
    </message>
    <message>
        <source>{name} graded: {grades}</source>
        <translation>评{name}：{grades}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Overdue: {clock}</source>
        <translation>超时：{clock}</translation>
    </message>
    <message>
        <source>the words were erased by law</source>
        <translation>文字已依法销毁</translation>
    </message>
    <message>
        <source>entered late</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>We</source>
        <translation>我方</translation>
    </message>
</context>
<context>
    <name>MusterScreen</name>
    <message>
        <source>Muster whistle</source>
        <translation>集结报到哨</translation>
    </message>
    <message>
        <source>running {n}</source>
        <translation>进行中 {n}</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选一哨</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>change</source>
        <translation>改草稿</translation>
    </message>
    <message>
        <source>sign-in sheet</source>
        <translation>签到表</translation>
    </message>
    <message>
        <source>in, out</source>
        <translation>签到、离开</translation>
    </message>
    <message>
        <source>another member</source>
        <translation>加一名</translation>
    </message>
    <message>
        <source>the called</source>
        <translation>到通知单位</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>推进一步</translation>
    </message>
    <message>
        <source>acts</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>decided on site</source>
        <translation>现场定事</translation>
    </message>
    <message>
        <source>appraise</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>its case</source>
        <translation>所属案件</translation>
    </message>
    <message>
        <source>kinds of matters</source>
        <translation>事项类别</translation>
    </message>
    <message>
        <source>Musters</source>
        <translation>集结哨</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No muster is running</source>
        <translation>没有进行中的集结哨</translation>
    </message>
    <message>
        <source>N begins one. It is for what cannot be solved here: no authority, no resources.</source>
        <translation>按 N 新建。自己没权限、没资源解决的事才吹。</translation>
    </message>
    <message>
        <source>Appraise …</source>
        <translation>评价…</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>推进一步</translation>
    </message>
    <message>
        <source>Reported in, with number and time …</source>
        <translation>报到，记人数和时间…</translation>
    </message>
    <message>
        <source>Refuses …</source>
        <translation>拒绝报到…</translation>
    </message>
    <message>
        <source>Never came …</source>
        <translation>始终未到…</translation>
    </message>
    <message>
        <source>Call (P)</source>
        <translation>打电话（P）</translation>
    </message>
    <message>
        <source>Undo the last entry</source>
        <translation>撤销上一条</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
    <message>
        <source>not decided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>needed: residents may be alarmed</source>
        <translation>要发：会惊动居民</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不用发</translation>
    </message>
    <message>
        <source>Notice to residents</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Comes out on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Where it is posted</source>
        <translation>发布范围</translation>
    </message>
    <message>
        <source>Words of the notice</source>
        <translation>公告文稿</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>it is copied or read aloud, and begins with the mark of a drill</source>
        <translation>只供复制、张贴、宣读，开头带【演练】</translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>sits here</source>
        <translation>坐在这里</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>已设 PIN</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>没有 PIN</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>带班</translation>
    </message>
    <message>
        <source>Clerks</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>OfficeSection</name>
    <message>
        <source>edit; for a person the PIN</source>
        <translation>修改；在人名上设 PIN</translation>
    </message>
    <message>
        <source>remove the PIN</source>
        <translation>去掉 PIN</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>全称</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Command centre</source>
        <translation>指挥中心</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Name this seat</source>
        <translation>给本机起名</translation>
    </message>
    <message>
        <source>This seat</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>All seats</source>
        <translation>各台</translation>
    </message>
    <message>
        <source>{name}; its numbers carry {letter}</source>
        <translation>{name}，编号里用 {letter}</translation>
    </message>
    <message>
        <source>people {n}, with a PIN {pins}</source>
        <translation>{n} 人，{pins} 人设了 PIN</translation>
    </message>
    <message>
        <source>Who may sign in</source>
        <translation>谁能登录</translation>
    </message>
    <message>
        <source>add: a person, the next shift</source>
        <translation>新增人员、下一班</translation>
    </message>
    <message>
        <source>Remove PIN</source>
        <translation>去掉 PIN</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>设 PIN</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>With a PIN nobody can sign in under another's name. F9 never asks for one.</source>
        <translation>设了 PIN，别人就不能冒名登录。F9 从不要 PIN。</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>two weeks</source>
        <translation>两周</translation>
    </message>
    <message>
        <source>Next shift</source>
        <translation>下一班</translation>
    </message>
    <message>
        <source>Seat {letter}</source>
        <translation>坐席 {letter}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>没人</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>为什么改</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已存</translation>
    </message>
    <message>
        <source>Entered; may sign in and stand on a shift</source>
        <translation>已录入，可以登录、排班</translation>
    </message>
    <message>
        <source>PIN set; it is asked for at the next sign-in</source>
        <translation>PIN 已设，下次登录时要用</translation>
    </message>
    <message>
        <source>PIN removed</source>
        <translation>PIN 已去掉</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>改 PIN</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
</context>
<context>
    <name>Organ</name>
    <message>
        <source>Command structure</source>
        <translation>指挥架构</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>No command post yet</source>
        <translation>还没有指挥部</translation>
    </message>
    <message>
        <source>C sets it up: place, commander, groups of the plan</source>
        <translation>按 C 成立：地点、总指挥、预案编组</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Reports upward</source>
        <translation>信息报送</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>写报告</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>派任务</translation>
    </message>
    <message>
        <source>No task yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>T gives one, or write ! and the order</source>
        <translation>按 T 派一条，或打 ! 加指令</translation>
    </message>
    <message>
        <source>done {n} / {all}</source>
        <translation>完成 {n} / {all}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>not entered</source>
        <translation>未录入</translation>
    </message>
    <message>
        <source>checked {n} of {all}</source>
        <translation>核过 {n}/{all}</translation>
    </message>
    <message>
        <source>{n} groups</source>
        <translation>{n} 个组</translation>
    </message>
    <message>
        <source>{n} meetings</source>
        <translation>{n} 次会</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>选址</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>Known of it</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>现址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备选</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未报</translation>
    </message>
    <message>
        <source>is up</source>
        <translation>已挂</translation>
    </message>
    <message>
        <source>not yet up</source>
        <translation>未挂</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>总指挥</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>副总指挥</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>since {time}, {span}</source>
        <translation>{time} 起，{span}</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>现由</translation>
    </message>
    <message>
        <source>{name} leads the fire-fighting; ours supports</source>
        <translation>{name}指挥灭火，街道配合</translation>
    </message>
    <message>
        <source>{name}; ours supports</source>
        <translation>{name}，街道配合</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>限 {time}</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>done {time}</source>
        <translation>{time} 办结</translation>
    </message>
    <message>
        <source>order dropped</source>
        <translation>指令已撤</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>已下指令</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>situation unknown</source>
        <translation>险情不明</translation>
    </message>
    <message>
        <source>Shift: {out} → {into}</source>
        <translation>换班：{out} → {into}</translation>
    </message>
    <message>
        <source>read aloud: {n}</source>
        <translation>宣读 {n} 条</translation>
    </message>
    <message>
        <source>Handed over to {name}</source>
        <translation>移交 {name}</translation>
    </message>
    <message>
        <source>{name} leads the fire-fighting</source>
        <translation>{name}指挥灭火</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>收回指挥权</translation>
    </message>
    <message>
        <source>both have signed</source>
        <translation>双方已签</translation>
    </message>
    <message>
        <source>Ended: {how}</source>
        <translation>撤销：{how}</translation>
    </message>
    <message>
        <source>Withdrawn, counted {n}</source>
        <translation>撤收，清点 {n} 人</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>未成立</translation>
    </message>
    <message>
        <source>nobody leads it yet</source>
        <translation>还没有负责人</translation>
    </message>
    <message>
        <source>{n} not here</source>
        <translation>{n} 个未到</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>号</translation>
    </message>
    <message>
        <source>Decision and basis</source>
        <translation>决定和依据</translation>
    </message>
    <message>
        <source>Known then</source>
        <translation>当时已知</translation>
    </message>
    <message>
        <source>By → for, until</source>
        <translation>交办、限时</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>no basis written</source>
        <translation>未写依据</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾</translation>
    </message>
    <message>
        <source>Site and safety</source>
        <translation>选址与安全</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选址</translation>
    </message>
    <message>
        <source>By law</source>
        <translation>法定边界</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>没有工作组</translation>
    </message>
    <message>
        <source>G opens one</source>
        <translation>G 开一个组</translation>
    </message>
    <message>
        <source>Working groups</source>
        <translation>工作组</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>No meeting yet</source>
        <translation>还没开会</translation>
    </message>
    <message>
        <source>B records one</source>
        <translation>B 记一次会</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>开会</translation>
    </message>
    <message>
        <source>Nothing is decided yet</source>
        <translation>还没有决定</translation>
    </message>
    <message>
        <source>D records a decision; what is known then is kept with it by itself.</source>
        <translation>D 记决定；当时已知的情况自动随存。</translation>
    </message>
    <message>
        <source>Decision log</source>
        <translation>决策记录</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Not relieved, not handed over</source>
        <translation>未换班，未移交</translation>
    </message>
    <message>
        <source>N changes the shift, H hands over, W withdraws.</source>
        <translation>N 换班，H 移交，W 撤收。</translation>
    </message>
    <message>
        <source>Shifts and hand-overs</source>
        <translation>换班与移交</translation>
    </message>
</context>
<context>
    <name>OrganForm</name>
    <message>
        <source>Why a post is needed</source>
        <translation>为什么要设</translation>
    </message>
    <message>
        <source>Propose a command post</source>
        <translation>拟设指挥部</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>拟设</translation>
    </message>
    <message>
        <source>another place, written below</source>
        <translation>其他地点，写在下面</translation>
    </message>
    <message>
        <source>Site looked at beforehand</source>
        <translation>预选点</translation>
    </message>
    <message>
        <source>or another place</source>
        <translation>或其他地点</translation>
    </message>
    <message>
        <source>Backup place</source>
        <translation>备选地点</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全核对</translation>
    </message>
    <message>
        <source>Site of the post</source>
        <translation>指挥部选址</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选定</translation>
    </message>
    <message>
        <source>What is not ticked hinders nothing; it stays on record.</source>
        <translation>没勾的不妨碍选定，照样留痕。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>or another name</source>
        <translation>或另起组名</translation>
    </message>
    <message>
        <source>Who leads it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Members: their numbers</source>
        <translation>成员序号</translation>
    </message>
    <message>
        <source>Working group</source>
        <translation>工作组</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>会上说了什么</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>主持</translation>
    </message>
    <message>
        <source>How many took part</source>
        <translation>到会人数</translation>
    </message>
    <message>
        <source>Meeting {n} at the post</source>
        <translation>现场第 {n} 次会</translation>
    </message>
    <message>
        <source>Known now:</source>
        <translation>此刻已知：</translation>
    </message>
    <message>
        <source>What is decided</source>
        <translation>决定什么</translation>
    </message>
    <message>
        <source>Basis: plan, law, advice, what was seen</source>
        <translation>依据：预案、法规、意见、所见</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>谁决定</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁办</translation>
    </message>
    <message>
        <source>Within how many minutes</source>
        <translation>几分钟内</translation>
    </message>
    <message>
        <source>give it out as an order at once</source>
        <translation>同时下达为指令</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>记决定</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Kept with it, from the record:</source>
        <translation>随决定存下，取自记录：</translation>
    </message>
    <message>
        <source>Why it is given up</source>
        <translation>为什么放弃</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>办得怎样</translation>
    </message>
    <message>
        <source>Decision {n}</source>
        <translation>决定 {n}</translation>
    </message>
    <message>
        <source>the whole command, to a higher command</source>
        <translation>整个指挥权，交上级指挥机构</translation>
    </message>
    <message>
        <source>the fire-fighting, to the fire service (by law)</source>
        <translation>灭火指挥，归消防（依法）</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>谁接</translation>
    </message>
    <message>
        <source>What is handed over</source>
        <translation>交什么</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>现场情况</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Resources: gear, supplies, shelters</source>
        <translation>资源：器材、物资、安置点</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>移交人</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Form F08</source>
        <translation>移交单 F08</translation>
    </message>
    <message>
        <source>both have signed the form</source>
        <translation>双方已在单上签字</translation>
    </message>
    <message>
        <source>Hand over command</source>
        <translation>移交指挥权</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Handed back by</source>
        <translation>交回人</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Take command back</source>
        <translation>收回指挥权</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>dissolved: the danger is over</source>
        <translation>撤销：险情已除</translation>
    </message>
    <message>
        <source>downgraded: others go on</source>
        <translation>降级：由他人接着办</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎样结束</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>谁下令</translation>
    </message>
    <message>
        <source>End the command post</source>
        <translation>撤销指挥部</translation>
    </message>
    <message>
        <source>People counted out</source>
        <translation>清点人数</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>清点人</translation>
    </message>
    <message>
        <source>Why a count differs or something is out</source>
        <translation>数目不符或物资在外的原因</translation>
    </message>
    <message>
        <source>Count and withdraw the post</source>
        <translation>核对撤收</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤收</translation>
    </message>
    <message>
        <source>By the releases: {n} people.</source>
        <translation>按撤离记录共 {n} 人。</translation>
    </message>
    <message>
        <source>By the releases: not known for every unit.</source>
        <translation>按撤离记录：有单位人数不明。</translation>
    </message>
    <message>
        <source>Supplies still out: {n}.</source>
        <translation>物资在外 {n} 笔。</translation>
    </message>
    <message>
        <source>Where they are kept</source>
        <translation>存放何处</translation>
    </message>
    <message>
        <source>Archive the post</source>
        <translation>指挥部归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>OrganScreen</name>
    <message>
        <source>Post</source>
        <translation>临时指挥部</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>site</source>
        <translation>选址</translation>
    </message>
    <message>
        <source>commander</source>
        <translation>指挥人员</translation>
    </message>
    <message>
        <source>group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>开会</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>decision becomes an order</source>
        <translation>决定转指令</translation>
    </message>
    <message>
        <source>change of shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>撤收</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>part</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>Life of the post</source>
        <translation>指挥部历程</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指挥人员</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Groups, meetings</source>
        <translation>编组、会议</translation>
    </message>
    <message>
        <source>Site, command</source>
        <translation>选址、人员</translation>
    </message>
    <message>
        <source>Law, hand-overs</source>
        <translation>边界、移交</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>open {n} of {all}</source>
        <translation>已开 {n}/{all}</translation>
    </message>
    <message>
        <source>{n}, open {m}</source>
        <translation>{n} 项，未结 {m}</translation>
    </message>
    <message>
        <source>{clock}: in {span}</source>
        <translation>{clock} {span}后</translation>
    </message>
    <message>
        <source>{clock}: {span} late</source>
        <translation>{clock} 超 {span}</translation>
    </message>
    <message>
        <source>next in {span}</source>
        <translation>下次 {span}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>超 {span}</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Count and withdraw</source>
        <translation>核对撤收</translation>
    </message>
    <message>
        <source>Choose the site</source>
        <translation>选址</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Open groups</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>开会</translation>
    </message>
    <message>
        <source>Change of shift at the post</source>
        <translation>指挥部换班</translation>
    </message>
    <message>
        <source>Both have signed</source>
        <translation>双签换班</translation>
    </message>
    <message>
        <source>The shift has changed</source>
        <translation>已换班</translation>
    </message>
    <message>
        <source>It is an order now</source>
        <translation>已转为指令</translation>
    </message>
    <message>
        <source>becomes an order</source>
        <translation>转为指令</translation>
    </message>
    <message>
        <source>carried out</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>go to the order</source>
        <translation>看指令</translation>
    </message>
    <message>
        <source>print the decisions</source>
        <translation>打印决策记录</translation>
    </message>
    <message>
        <source>Propose a post</source>
        <translation>拟设指挥部</translation>
    </message>
    <message>
        <source>End the post by an order</source>
        <translation>下令撤销</translation>
    </message>
    <message>
        <source>Take command back</source>
        <translation>收回指挥权</translation>
    </message>
    <message>
        <source>Close the group {name}</source>
        <translation>撤销“{name}”组</translation>
    </message>
    <message>
        <source>Archive the post</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Print the papers of the post</source>
        <translation>打印指挥部文书</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>nothing due yet</source>
        <translation>还没有到期的</translation>
    </message>
    <message>
        <source>cases; too few for a rate</source>
        <translation>件；不足 10 件不算率</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Stood down</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Enter the command post</source>
        <translation>进入指挥部</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>OverviewScreen</name>
    <message>
        <source>Duty overview</source>
        <translation>值守总览</translation>
    </message>
    <message>
        <source>whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>register</source>
        <translation>登记案件</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>dual dispatch</source>
        <translation>双派单</translation>
    </message>
    <message>
        <source>press for action</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>知悉最近告警</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Due within the hour</source>
        <translation>1 小时内到期</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派单</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Response rate · month</source>
        <translation>响应率 · 本月</translation>
    </message>
    <message>
        <source>Resolution rate · month</source>
        <translation>解决率 · 本月</translation>
    </message>
    <message>
        <source>Satisfaction rate · month</source>
        <translation>满意率 · 本月</translation>
    </message>
    <message>
        <source>Case board</source>
        <translation>案件看板</translation>
    </message>
    <message>
        <source>what presses first</source>
        <translation>急的在前，按剩余时间</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>仅催办</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>case centre</source>
        <translation>案件中心</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>open, overdue, due soon</source>
        <translation>在办、超时、临期</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>当班</translation>
    </message>
    <message>
        <source>Communities on duty</source>
        <translation>社区值班</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>全部 {n}</translation>
    </message>
    <message>
        <source>To dispatch {n}</source>
        <translation>待派单 {n}</translation>
    </message>
    <message>
        <source>Open cases: {n}</source>
        <translation>在办 {n} 件</translation>
    </message>
    <message>
        <source>Nothing waits to be dispatched</source>
        <translation>没有待派单的案件</translation>
    </message>
    <message>
        <source>A new case stands here until it is dispatched.</source>
        <translation>新登记的案件派单前都在这里。</translation>
    </message>
    <message>
        <source>No open case was pressed for action</source>
        <translation>在办案件中没有催办的</translation>
    </message>
    <message>
        <source>U presses the receivers of a case.</source>
        <translation>按 U 催办承办单位。</translation>
    </message>
    <message>
        <source>Register one with F2, or import a workbook.</source>
        <translation>按 F2 登记一件，或导入表格。</translation>
    </message>
    <message>
        <source>No open case</source>
        <translation>没有在办案件</translation>
    </message>
    <message>
        <source>{name}: not signed in any more</source>
        <translation>{name}：签到已撤回</translation>
    </message>
    <message>
        <source>{name}: at post; S again takes it back</source>
        <translation>{name}：已签到在岗，再按 S 撤回</translation>
    </message>
    <message>
        <source>the first {n} of {all} open cases</source>
        <translation>在办 {all} 件，显示前 {n} 件</translation>
    </message>
    <message>
        <source>open and overdue counts as a failure</source>
        <translation>未办且超时按未达标计</translation>
    </message>
    <message>
        <source>citizens reached within the limit ÷ contacts due · {note}</source>
        <translation>限内联系到诉求人 ÷ 应联系 · {note}</translation>
    </message>
    <message>
        <source>solved in the citizen's words ÷ called back · {note}</source>
        <translation>诉求人说已解决 ÷ 已回访 · {note}</translation>
    </message>
    <message>
        <source>satisfied ÷ called back · {note}</source>
        <translation>满意 ÷ 已回访 · {note}</translation>
    </message>
    <message>
        <source>communities {n} · grids {grids} · open, overdue, due soon</source>
        <translation>{n} 社区 · {grids} 网格 · 在办、超时、临期</translation>
    </message>
    <message>
        <source>on duty {n}, signed in {here}</source>
        <translation>{n} 人 · 在岗 {here}</translation>
    </message>
    <message>
        <source>no shift is planned</source>
        <translation>还没排班</translation>
    </message>
    <message>
        <source>signed in {n} / {all}</source>
        <translation>签到 {n} / {all}</translation>
    </message>
    <message>
        <source>at post</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>entries {n}, saved</source>
        <translation>{n} 条，已存</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>已跟上</translation>
    </message>
    <message>
        <source>{n} behind</source>
        <translation>落后 {n} 条</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>联机</translation>
    </message>
    <message>
        <source>this computer alone</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>place to be confirmed</source>
        <translation>地点待定</translation>
    </message>
    <message>
        <source>no command post yet</source>
        <translation>指挥部未成立</translation>
    </message>
    <message>
        <source>longest {span}</source>
        <translation>最久 {span}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>next in {span}</source>
        <translation>最近 {span}</translation>
    </message>
    <message>
        <source>waiting up to {span}</source>
        <translation>最久等待 {span}</translation>
    </message>
    <message>
        <source>today {n} in · {m} closed</source>
        <translation>今日受理 {n} · 办结 {m}</translation>
    </message>
    <message>
        <source>Plan shifts in the settings</source>
        <translation>请到设置里排班</translation>
    </message>
    <message>
        <source>Hand-over {time}</source>
        <translation>下次交班 {time}</translation>
    </message>
    <message>
        <source>left {span}</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>Pressed for action; it is on record</source>
        <translation>已催办，已留痕</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>F07 information report</source>
        <translation>F07 信息报告</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>Save PDF</source>
        <translation>存 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>No incident is chosen.</source>
        <translation>还没选事件。</translation>
    </message>
    <message>
        <source>from the record up to {time}</source>
        <translation>用到的记录截至 {time}</translation>
    </message>
    <message>
        <source>signed: the text stands</source>
        <translation>已签发，文字不再变</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>The pages are being set.</source>
        <translation>正在排版。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Cases, places, people, plans, commands (pinyin initials work)</source>
        <translation>搜案件、点位、人员、预案、命令（可用拼音首字母）</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜全部</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没搜到</translation>
    </message>
    <message>
        <source>Two characters are enough; pinyin initials work too.</source>
        <translation>两个字就够，也可用拼音首字母。</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>one kind only</source>
        <translation>只看一类</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Cases · newest first</source>
        <translation>案件 · 新的在前</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地方</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Whistles</source>
        <translation>哨</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>results {n} · {ms} ms</source>
        <translation>{n} 项 · {ms} 毫秒</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Call sheet</source>
        <translation>呼叫单</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>签到表</translation>
    </message>
    <message>
        <source>Whistle order</source>
        <translation>吹哨单</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>移交单</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>A4, official layout</source>
        <translation>A4 · 公文版式</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Night paper</source>
        <translation>夜间纸色</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>存 PDF</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>点评材料</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>names and numbers masked (X)</source>
        <translation>姓名、号码已遮盖（X）</translation>
    </message>
    <message>
        <source>checked by a person before it goes public (R)</source>
        <translation>对外公开前人工复核（R）</translation>
    </message>
    <message>
        <source>The pages are still being set; read them first.</source>
        <translation>正在排版，看过再复核。</translation>
    </message>
    <message>
        <source>Checked; your name stands by it</source>
        <translation>已复核，记你的名字</translation>
    </message>
    <message>
        <source>not yet checked</source>
        <translation>还没复核</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>没有人登录</translation>
    </message>
    <message>
        <source>checked: {name}, {time}</source>
        <translation>复核：{name}，{time}</translation>
    </message>
    <message>
        <source>changed since it was checked</source>
        <translation>复核后有改动</translation>
    </message>
    <message>
        <source>{n} pages, formulas printed with them</source>
        <translation>{n} 页 · 公式随页印出</translation>
    </message>
    <message>
        <source>No incident is chosen.</source>
        <translation>还没选事件。</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>第 {n} 页，共 {m} 页</translation>
    </message>
    <message>
        <source>version {n} as it was signed; Esc: as it stands now</source>
        <translation>签字的第 {n} 版；Esc 回到现在</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Word copy</source>
        <translation>Word 副本</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>存 PDF</translation>
    </message>
    <message>
        <source>Printer…</source>
        <translation>选打印机…</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>第 {n} 页，共 {m} 页</translation>
    </message>
</context>
<context>
    <name>PaperWork</name>
    <message>
        <source>changed since the print of {time}</source>
        <translation>{time} 打印后内容有变</translation>
    </message>
    <message>
        <source>No situation report was made in this incident.</source>
        <translation>本次事件没有信息报告。</translation>
    </message>
    <message>
        <source>The pages are still being set.</source>
        <translation>页面还在排版。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>There is no Word copy of this form.</source>
        <translation>这张表没有 Word 副本。</translation>
    </message>
    <message>
        <source>Save a Word copy</source>
        <translation>存 Word 副本</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>存</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已存：{path}</translation>
    </message>
    <message>
        <source>Printing: {form}</source>
        <translation>打印：{form}</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the PDF and print it elsewhere.</source>
        <translation>本机没有打印机。先存 PDF，到别处打印。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>A printer has not taken its pages yet. Printing now gives it up.</source>
        <translation>上一台打印机还没收下。现在打印就放弃它。</translation>
    </message>
</context>
<context>
    <name>PartSheet</name>
    <message>
        <source>Who takes part</source>
        <translation>参演部门</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>the others are not called</source>
        <translation>没勾的不召集</translation>
    </message>
</context>
<context>
    <name>Particulars</name>
    <message>
        <source>Copied, with the mark of a drill in front</source>
        <translation>已复制，前面带【演练】</translation>
    </message>
    <message>
        <source>No notice is written yet; N writes it</source>
        <translation>还没写公告，按 N 写</translation>
    </message>
    <message>
        <source>The plan calls nobody yet; add units to it first</source>
        <translation>预案里还没有单位，先去加</translation>
    </message>
    <message>
        <source>Tick at least one unit.</source>
        <translation>至少勾一个单位。</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Corrected since last time: {words}</source>
        <translation>上次整改：{words}</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Look for it</source>
        <translation>找…</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>still to be told</source>
        <translation>待报</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>PhoneSheet</name>
    <message>
        <source>Call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制号码</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>没有电话</translation>
    </message>
</context>
<context>
    <name>PickCases</name>
    <message>
        <source>Phone number, name, or number of a case</source>
        <translation>电话、姓名或者案件编号</translation>
    </message>
    <message>
        <source>at least two characters</source>
        <translation>至少两个字</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>What was asked for, how it was checked who asks</source>
        <translation>申请内容，怎样核实身份</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>找到的案件</translation>
    </message>
    <message>
        <source>{n} ticked of {of} found; Space ticks, Ctrl+A all</source>
        <translation>找到 {of} 件，已勾 {n} 件；空格勾选，Ctrl+A 全勾</translation>
    </message>
    <message>
        <source>Tick at least one case.</source>
        <translation>至少勾一件。</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>Remove the PIN</source>
        <translation>去掉 PIN</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>改 PIN</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设 PIN</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation>原来的 PIN</translation>
    </message>
    <message>
        <source>Or why it is set without it, such as: forgotten</source>
        <translation>或写明为什么不用原 PIN，如：忘了</translation>
    </message>
    <message>
        <source>New PIN, {least} to {most} digits</source>
        <translation>新 PIN，{least} 到 {most} 位数字</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不改</translation>
    </message>
    <message>
        <source>This is not the PIN until now. Enter it, or write why it is overridden.</source>
        <translation>原 PIN 不对。重输，或写明为什么不用它。</translation>
    </message>
    <message>
        <source>A PIN has {least} to {most} digits.</source>
        <translation>PIN 是 {least} 到 {most} 位数字。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两遍不一样。</translation>
    </message>
</context>
<context>
    <name>PlaceBoard</name>
    <message>
        <source>nothing in any place</source>
        <translation>各处都没有</translation>
    </message>
    <message>
        <source>few</source>
        <translation>少</translation>
    </message>
    <message>
        <source>some</source>
        <translation>中</translation>
    </message>
    <message>
        <source>many</source>
        <translation>多</translation>
    </message>
    <message>
        <source>schematic, not to scale</source>
        <translation>示意，不按比例</translation>
    </message>
</context>
<context>
    <name>PlacePane</name>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>Posts and people</source>
        <translation>岗位与人员</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增补</translation>
    </message>
    <message>
        <source>Cases here</source>
        <translation>此处案件</translation>
    </message>
    <message>
        <source>No case here</source>
        <translation>此处没有案件</translation>
    </message>
    <message>
        <source>Who held the posts</source>
        <translation>历任</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无电话</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} 米</translation>
    </message>
    <message>
        <source>grid {names}</source>
        <translation>网格 {names}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>since {day}, months: {n}</source>
        <translation>{day} 起，{n} 个月</translation>
    </message>
    <message>
        <source>in office {span}</source>
        <translation>任职 {span}</translation>
    </message>
    <message>
        <source>nobody answers here</source>
        <translation>此处没人负责</translation>
    </message>
    <message>
        <source>nobody answers here; call the {role} {name} {phone}</source>
        <translation>此处没人负责，先找{role} {name} {phone}</translation>
    </message>
    <message>
        <source>Street chief</source>
        <translation>上级街长</translation>
    </message>
    <message>
        <source>Alleys below</source>
        <translation>下属巷</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>在办 {n} 件</translation>
    </message>
    <message>
        <source>{n} open, {late} overdue</source>
        <translation>在办 {n} 件，超时 {late} 件</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>替补</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Alley chief</source>
        <translation>巷长</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>社区书记</translation>
    </message>
    <message>
        <source>Assembly</source>
        <translation>集结点</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>街巷</translation>
    </message>
    <message>
        <source>posts {n}, vacant {vacant}</source>
        <translation>{n} 岗，空缺 {vacant}</translation>
    </message>
    <message>
        <source>stewards and keepers answer to the chief</source>
        <translation>管家和两员归街巷长领导</translation>
    </message>
    <message>
        <source>{n} open, the newest first</source>
        <translation>在办 {n} 件，新的在前</translation>
    </message>
    <message>
        <source>Cases here {n}</source>
        <translation>此处案件 {n}</translation>
    </message>
    <message>
        <source>{n} former; nothing is ever deleted</source>
        <translation>前任 {n} 人，只加不删</translation>
    </message>
    <message>
        <source>Where they lie</source>
        <translation>在哪里</translation>
    </message>
    <message>
        <source>Enter: only this place</source>
        <translation>Enter：只看这里</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>正在数…</translation>
    </message>
    <message>
        <source>cases: {n}</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>without a place: {n}</source>
        <translation>没有点位 {n} 件</translation>
    </message>
</context>
<context>
    <name>PlanHeadSheet</name>
    <message>
        <source>none; found by name</source>
        <translation>不设，按名字找</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>such as HZ-01</source>
        <translation>如 HZ-01</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Digit in the console</source>
        <translation>吹哨台上的数字键</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>Assembly, where the place has none</source>
        <translation>集结点（地点自己没有时用）</translation>
    </message>
    <message>
        <source>such as upwind, outside the cordon</source>
        <translation>如：上风处、警戒线外</translation>
    </message>
    <message>
        <source>Where the post may stand</source>
        <translation>指挥部可设在</translation>
    </message>
    <message>
        <source>counts as a work-safety plan of the street</source>
        <translation>算街道安全生产预案</translation>
    </message>
    <message>
        <source>is a special plan with its own interval</source>
        <translation>算专项预案，单独计间隔</translation>
    </message>
    <message>
        <source>Particulars of the plan</source>
        <translation>预案基本情况</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新预案</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>就这样</translation>
    </message>
    <message>
        <source>stands in the console once it is published</source>
        <translation>发布以后才上吹哨台</translation>
    </message>
</context>
<context>
    <name>PlanLines</name>
    <message>
        <source>Add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Lines of the plan</source>
        <translation>预案的条目</translation>
    </message>
    <message>
        <source>First five minutes</source>
        <translation>前五分钟</translation>
    </message>
    <message>
        <source>Dangers</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Do not forget</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>become orders with the whistle</source>
        <translation>吹哨后自动成为任务</translation>
    </message>
    <message>
        <source>stand in the console beside the plan</source>
        <translation>吹哨台上和预案一起显示</translation>
    </message>
    <message>
        <source>open with the command post</source>
        <translation>指挥部设立时一起开</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Find a plan  /</source>
        <translation>找预案  /</translation>
    </message>
    <message>
        <source>Find a plan</source>
        <translation>找预案</translation>
    </message>
    <message>
        <source>{n} in use</source>
        <translation>在用 {n}</translation>
    </message>
    <message>
        <source>{n} not drilled as the law wants</source>
        <translation>{n} 个没按期演练</translation>
    </message>
    <message>
        <source>Never published</source>
        <translation>没发布</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>PlanSide</name>
    <message>
        <source>Check before it is published</source>
        <translation>发布前检查</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Contact order</source>
        <translation>联系顺序</translation>
    </message>
    <message>
        <source>Places and law</source>
        <translation>地点与法定演练</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>only added to, never deleted</source>
        <translation>只加不删</translation>
    </message>
    <message>
        <source>Enter compares, R begins again from it; running incidents keep theirs</source>
        <translation>Enter 看改动，R 以旧版起草；正在进行的不变</translation>
    </message>
    <message>
        <source>{n} well, {m} to do</source>
        <translation>{n}过 · {m}待补</translation>
    </message>
    <message>
        <source>Duty room</source>
        <translation>值班室</translation>
    </message>
    <message>
        <source>nobody second</source>
        <translation>缺第二联系人</translation>
    </message>
    <message>
        <source>Assembly: {words}</source>
        <translation>集结点：{words}</translation>
    </message>
    <message>
        <source>Post: {words}</source>
        <translation>指挥部：{words}</translation>
    </message>
    <message>
        <source>By law: {words}</source>
        <translation>法定演练：{words}</translation>
    </message>
    <message>
        <source>Somebody is called</source>
        <translation>有要召集的部门</translation>
    </message>
    <message>
        <source>Nobody is called yet</source>
        <translation>还没有部门</translation>
    </message>
    <message>
        <source>All its units are in use</source>
        <translation>部门都在用</translation>
    </message>
    <message>
        <source>Out of use: {about}</source>
        <translation>已停用：{about}</translation>
    </message>
    <message>
        <source>Every unit has a number</source>
        <translation>都有值班电话</translation>
    </message>
    <message>
        <source>No number: {about}</source>
        <translation>没有电话：{about}</translation>
    </message>
    <message>
        <source>Every unit has a second contact</source>
        <translation>都有第二联系人</translation>
    </message>
    <message>
        <source>Only one contact: {about}</source>
        <translation>只有一个联系人：{about}</translation>
    </message>
    <message>
        <source>There is a text for every relation</source>
        <translation>各关系都有口令</translation>
    </message>
    <message>
        <source>No text: {about}</source>
        <translation>缺口令：{about}</translation>
    </message>
    <message>
        <source>No text is longer than 120</source>
        <translation>口令都不超过120字</translation>
    </message>
    <message>
        <source>Longer than 120: {about}</source>
        <translation>超过120字：{about}</translation>
    </message>
    <message>
        <source>The first orders go to units of the plan</source>
        <translation>前五分钟都派给预案内部门</translation>
    </message>
    <message>
        <source>First orders missing, or to units that are not called {about}</source>
        <translation>前五分钟没写，或派给未列部门 {about}</translation>
    </message>
    <message>
        <source>Every group has a lead</source>
        <translation>编组都有牵头</translation>
    </message>
    <message>
        <source>Groups without a lead: {about}</source>
        <translation>编组没牵头：{about}</translation>
    </message>
    <message>
        <source>There is a place to gather</source>
        <translation>集结点已定</translation>
    </message>
    <message>
        <source>No place to gather where the place has none</source>
        <translation>没定备用集结点</translation>
    </message>
    <message>
        <source>Some reminders come by themselves</source>
        <translation>有到点提示</translation>
    </message>
    <message>
        <source>No reminder comes by itself</source>
        <translation>没有到点提示</translation>
    </message>
    <message>
        <source>Drilled as the law wants</source>
        <translation>按期演练</translation>
    </message>
    <message>
        <source>By law a drill is due</source>
        <translation>法定演练已到期或不明</translation>
    </message>
</context>
<context>
    <name>PlanTexts</name>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>what is asked</source>
        <translation>请求事项</translation>
    </message>
    <message>
        <source>assembly</source>
        <translation>集结点</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Texts to read out</source>
        <translation>短信与口令</translation>
    </message>
    <message>
        <source>by relation; grey is filled in when blown, a drill adds its mark</source>
        <translation>按关系写；灰底吹哨时自动填；演练加【演练】</translation>
    </message>
    <message>
        <source>Own force: come</source>
        <translation>本街道 · 请到场</translation>
    </message>
    <message>
        <source>Called in: report</source>
        <translation>派驻区属 · 请报到</translation>
    </message>
    <message>
        <source>Asked: support</source>
        <translation>请求 · 请支援</translation>
    </message>
    <message>
        <source>Informed</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>{code} · retired</source>
        <translation>{code} · 已停用</translation>
    </message>
    <message>
        <source>{code} · new, not published</source>
        <translation>{code} · 新，未发布</translation>
    </message>
    <message>
        <source>{code} · version {n} · units {units}</source>
        <translation>{code} · 第 {n} 版 · {units} 部门</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Called for</source>
        <translation>叫来做什么</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>particulars</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>units</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>first five minutes</source>
        <translation>前五分钟</translation>
    </message>
    <message>
        <source>dangers</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主责</translation>
    </message>
    <message>
        <source>assists</source>
        <translation>配合</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>备选</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>Part of the plan</source>
        <translation>哪部分</translation>
    </message>
    <message>
        <source>About</source>
        <translation>哪一项</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>from minute {n}</source>
        <translation>{n}分钟起</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>led by {name}</source>
        <translation>{name} 牵头</translation>
    </message>
    <message>
        <source>chosen on the scene</source>
        <translation>现场定</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>另定</translation>
    </message>
    <message>
        <source>siren</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>火</translation>
    </message>
    <message>
        <source>gas, smoke</source>
        <translation>气、烟</translation>
    </message>
    <message>
        <source>rain, flood</source>
        <translation>雨、内涝</translation>
    </message>
    <message>
        <source>burst pipe</source>
        <translation>水管</translation>
    </message>
    <message>
        <source>snow, ice</source>
        <translation>冰雪</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>power cut</source>
        <translation>停电</translation>
    </message>
    <message>
        <source>lift</source>
        <translation>电梯</translation>
    </message>
    <message>
        <source>collapse</source>
        <translation>坍塌</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>e-bike</source>
        <translation>电动车</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>missing person</source>
        <translation>走失</translation>
    </message>
    <message>
        <source>epidemic</source>
        <translation>疫病</translation>
    </message>
    <message>
        <source>food</source>
        <translation>食品</translation>
    </message>
    <message>
        <source>no drill known</source>
        <translation>没有演练记录</translation>
    </message>
    <message>
        <source>next drill by {day}</source>
        <translation>{day}前</translation>
    </message>
</context>
<context>
    <name>PlansScreen</name>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>what is published holds from the next whistle on</source>
        <translation>改这里，下次吹哨就用新的</translation>
    </message>
    <message>
        <source>find</source>
        <translation>找预案</translation>
    </message>
    <message>
        <source>add</source>
        <translation>加</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>改</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>order of the calls</source>
        <translation>换呼叫次序</translation>
    </message>
    <message>
        <source>other lines</source>
        <translation>换一类</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主责</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>what changed</source>
        <translation>看改动</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>存草稿</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>预案名称</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>看改动</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Units and limits</source>
        <translation>部门与时限</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>{n} ticked, {m} offered; in the order of the calls</source>
        <translation>勾选{n}、备选{m}；上下次序就是呼叫次序</translation>
    </message>
    <message>
        <source>version {n} since {day}</source>
        <translation>第 {n} 版，{day}起</translation>
    </message>
    <message>
        <source>console key {n}</source>
        <translation>吹哨台 {n}</translation>
    </message>
    <message>
        <source>Retired; Del brings it back</source>
        <translation>已停用，按 Del 恢复</translation>
    </message>
    <message>
        <source>New: it stands in the console once it is published</source>
        <translation>新预案，发布以后才上吹哨台</translation>
    </message>
    <message>
        <source>Not published: {parts}</source>
        <translation>没发布的改动：{parts}</translation>
    </message>
    <message>
        <source>Version {n} is the one in force</source>
        <translation>第 {n} 版生效中</translation>
    </message>
    <message>
        <source>Publish version {n}</source>
        <translation>发布第 {n} 版</translation>
    </message>
    <message>
        <source>Back in use</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>停用原因</translation>
    </message>
    <message>
        <source>{name} · drill plans that rest on it: {n}</source>
        <translation>{name} · 用它的演练方案 {n} 个</translation>
    </message>
    <message>
        <source>Taken out of use; running incidents keep it</source>
        <translation>已停用，正在进行的不变</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>为什么改</translation>
    </message>
    <message>
        <source>Published; it holds from the next whistle on</source>
        <translation>已发布，下一次吹哨起用</translation>
    </message>
</context>
<context>
    <name>PostForm</name>
    <message>
        <source>Step</source>
        <translation>到哪一步</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>On what it rests; for a response level how long it is expected to last</source>
        <translation>依据；启动响应的，写预计持续多久</translation>
    </message>
    <message>
        <source>First guess</source>
        <translation>初判</translation>
    </message>
    <message>
        <source>Three scales, never mixed; a first guess, the grade is not ours to publish</source>
        <translation>三种级别各记各的；只是初判，街道不对外发布等级</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>Where, how far</source>
        <translation>在哪里，进展怎样</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>先期处置</translation>
    </message>
    <message>
        <source>Leader leaves</source>
        <translation>领导出发</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Car, who comes along</source>
        <translation>车辆、随行</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>怎么说的</translation>
    </message>
    <message>
        <source>A leader signs the whistle</source>
        <translation>领导补签</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>补签</translation>
    </message>
    <message>
        <source>another point</source>
        <translation>另选地点</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>现在在哪里</translation>
    </message>
    <message>
        <source>{n} {unit}: at the wrong place</source>
        <translation>{n} {unit}：到错地点</translation>
    </message>
    <message>
        <source>everybody gathers at {place}</source>
        <translation>集结点是 {place}</translation>
    </message>
    <message>
        <source>Where the material lies</source>
        <translation>材料存放在哪里</translation>
    </message>
    <message>
        <source>To the archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>{n} {unit}: enter a step</source>
        <translation>{n} {unit}：记一步</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>How many people leave</source>
        <translation>撤走人数</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>谁清点的</translation>
    </message>
    <message>
        <source>{n} {unit}: release</source>
        <translation>{n} {unit}：批准撤离</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>批准撤离</translation>
    </message>
    <message>
        <source>on the scene: {n}</source>
        <translation>现场 {n} 人</translation>
    </message>
    <message>
        <source>how many are here is not known</source>
        <translation>现场人数不明</translation>
    </message>
    <message>
        <source>{n} {unit}: refuses</source>
        <translation>{n} {unit}：拒绝报到</translation>
    </message>
    <message>
        <source>{n} {unit}: not needed any more</source>
        <translation>{n} {unit}：不用来了</translation>
    </message>
    <message>
        <source>{n} {unit}: never came</source>
        <translation>{n} {unit}：始终未到</translation>
    </message>
    <message>
        <source>{n} {unit}: left without release</source>
        <translation>{n} {unit}：未批先离</translation>
    </message>
    <message>
        <source>{n} {unit}: lost contact cleared up</source>
        <translation>{n} {unit}：失联已查清</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why the count differs, what else</source>
        <translation>人数不符的原因，其他说明</translation>
    </message>
    <message>
        <source>asked for: {n}</source>
        <translation>要求 {n} 人</translation>
    </message>
    <message>
        <source>{n} fewer came</source>
        <translation>少到 {n} 人</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>对方原话</translation>
    </message>
    <message>
        <source>Comes instead</source>
        <translation>改由谁来</translation>
    </message>
    <message>
        <source>{n} {unit}: replaced</source>
        <translation>{n} {unit}：他单位替代</translation>
    </message>
    <message>
        <source>Will arrive at</source>
        <translation>答应到场时间</translation>
    </message>
    <message>
        <source>With how many</source>
        <translation>来多少人</translation>
    </message>
    <message>
        <source>{n} {unit}: promised</source>
        <translation>{n} {unit}：答应时间</translation>
    </message>
    <message>
        <source>How many people are there</source>
        <translation>现场人数</translation>
    </message>
    <message>
        <source>{n} {unit}: head count</source>
        <translation>{n} {unit}：清点人数</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>谁来了</translation>
    </message>
    <message>
        <source>Leader on the scene</source>
        <translation>领导到场</translation>
    </message>
    <message>
        <source>Came unasked</source>
        <translation>未召先到</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>People asked for</source>
        <translation>请来人数</translation>
    </message>
    <message>
        <source>Call another department</source>
        <translation>加叫部门</translation>
    </message>
    <message>
        <source>Put on the board</source>
        <translation>列入报到板</translation>
    </message>
    <message>
        <source>Main leader told</source>
        <translation>已报主要领导</translation>
    </message>
    <message>
        <source>District told by phone</source>
        <translation>已电话报区</translation>
    </message>
    <message>
        <source>District told in writing</source>
        <translation>已书面报区</translation>
    </message>
    <message>
        <source>Who was reached</source>
        <translation>报给了谁</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Instruction, in their words</source>
        <translation>对方指示原话</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation>集结点</translation>
    </message>
    <message>
        <source>or in words</source>
        <translation>或写明地点</translation>
    </message>
    <message>
        <source>Confirm the place</source>
        <translation>确认地点</translation>
    </message>
    <message>
        <source>Key facts</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>or another name</source>
        <translation>或另写姓名</translation>
    </message>
    <message>
        <source>Why it is a false alarm</source>
        <translation>为什么是误报</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>定为误报</translation>
    </message>
    <message>
        <source>Everybody already called has to be told, one by one</source>
        <translation>已叫过的，要逐个告知</translation>
    </message>
</context>
<context>
    <name>PostScreen</name>
    <message>
        <source>Command post</source>
        <translation>临时指挥部</translation>
    </message>
    <message>
        <source>set up {time}</source>
        <translation>成立于 {time}</translation>
    </message>
    <message>
        <source>not yet set up</source>
        <translation>指挥部未成立</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>推进</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>next ten</source>
        <translation>换页</translation>
    </message>
    <message>
        <source>call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>situation</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>command post</source>
        <translation>指挥部</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>知悉</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>a leader signs</source>
        <translation>领导补签</translation>
    </message>
    <message>
        <source>tell the false alarm</source>
        <translation>误报告知</translation>
    </message>
    <message>
        <source>next incident</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>first guess</source>
        <translation>初判</translation>
    </message>
    <message>
        <source>leader on the way</source>
        <translation>领导赶赴</translation>
    </message>
    <message>
        <source>first response</source>
        <translation>先期处置</translation>
    </message>
    <message>
        <source>place, assembly</source>
        <translation>地点、集结点</translation>
    </message>
    <message>
        <source>order to one</source>
        <translation>给一个部门下指令</translation>
    </message>
    <message>
        <source>key fact</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>hold: stand down, close</source>
        <translation>按住：解除、结束</translation>
    </message>
    <message>
        <source>its case</source>
        <translation>所属案件</translation>
    </message>
    <message>
        <source>No incident is running</source>
        <translation>没有在办的突发事件</translation>
    </message>
    <message>
        <source>F9 blows a whistle; a drill starts with Ctrl+D in the console.</source>
        <translation>按 F9 吹哨；演练在吹哨台按 Ctrl+D。</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>全部页</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Muster</source>
        <translation>集结</translation>
    </message>
    <message>
        <source>Blown. It can be taken back for {n} s</source>
        <translation>已吹 · 可撤 {n} 秒</translation>
    </message>
    <message>
        <source>Tasks {n} / {m}</source>
        <translation>任务 {n} / {m}</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>to be signed</source>
        <translation>待签字</translation>
    </message>
    <message>
        <source>kept as evidence</source>
        <translation>留作证据</translation>
    </message>
    <message>
        <source>one signature</source>
        <translation>一人已签</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>两人已签</translation>
    </message>
    <message>
        <source>destroyed</source>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Destroy by</source>
        <translation>销毁期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Ended incidents</source>
        <translation>已结束的事件</translation>
    </message>
    <message>
        <source>Its personal data</source>
        <translation>个人信息</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>the office has no limit for keeping them</source>
        <translation>还没有设保存时限</translation>
    </message>
    <message>
        <source>masked from the end of an incident, destroyed after {n} days</source>
        <translation>事件结束即遮盖，{n} 天后销毁</translation>
    </message>
    <message>
        <source>sign the list</source>
        <translation>签销毁清单</translation>
    </message>
    <message>
        <source>print the list (F20)</source>
        <translation>打印清单（F20）</translation>
    </message>
    <message>
        <source>show names</source>
        <translation>看姓名</translation>
    </message>
    <message>
        <source>keep as evidence</source>
        <translation>留作证据</translation>
    </message>
    <message>
        <source>destroy</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>print the paper kit (F22)</source>
        <translation>打印应急卡（F22）</translation>
    </message>
    <message>
        <source>Paper kit</source>
        <translation>应急卡</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Destroy by</source>
        <translation>销毁期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Who looked, who signed</source>
        <translation>谁看过，谁签过</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>看姓名</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>留证</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>{n} still hold personal data</source>
        <translation>{n} 起还存有个人信息</translation>
    </message>
    <message>
        <source>No incident has ended yet.</source>
        <translation>还没有结束的事件。</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>kept as evidence until {day}</source>
        <translation>留作证据到 {day}</translation>
    </message>
    <message>
        <source>nobody yet; two people have to</source>
        <translation>还没有人签，要两人签</translation>
    </message>
    <message>
        <source>End keeping</source>
        <translation>结束留证</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>未登录人员</translation>
    </message>
    <message>
        <source>looked</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>destroyed</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>谁签</translation>
    </message>
    <message>
        <source>Sign the list for destruction</source>
        <translation>签销毁清单</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>The limit holds again</source>
        <translation>恢复按期限销毁</translation>
    </message>
    <message>
        <source>Assessment: why, for what</source>
        <translation>评估：为什么留，作什么用</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>留到</translation>
    </message>
    <message>
        <source>Keep as evidence or for an inquiry</source>
        <translation>留作证据或调查材料</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Kept; the assessment is on record</source>
        <translation>已留下，评估已记录</translation>
    </message>
</context>
<context>
    <name>ProblemLog</name>
    <message>
        <source>Entered in the bank</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Cases joined: {n}</source>
        <translation>并入案件{n}件</translation>
    </message>
    <message>
        <source>A case was taken out</source>
        <translation>移出一件案件</translation>
    </message>
    <message>
        <source>Assessed: likely {likelihood}, bad {consequence}</source>
        <translation>评估：可能性{likelihood}，后果{consequence}</translation>
    </message>
    <message>
        <source>Measure for {unit}</source>
        <translation>定措施：{unit}</translation>
    </message>
    <message>
        <source>Measure done</source>
        <translation>措施完成</translation>
    </message>
    <message>
        <source>Rechecked: {passed}</source>
        <translation>复查：{passed}</translation>
    </message>
    <message>
        <source>Kept for the long term</source>
        <translation>转长期</translation>
    </message>
    <message>
        <source>Struck off</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>It is back</source>
        <translation>问题复发</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>not in the roster</source>
        <translation>不在名录里</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Point in words</source>
        <translation>点位描述</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Whose duty</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>成因</translation>
    </message>
    <message>
        <source>Duty of each side</source>
        <translation>各方职责</translation>
    </message>
    <message>
        <source>Way to solve it</source>
        <translation>解决路径</translation>
    </message>
    <message>
        <source>{n} cases belong to it</source>
        <translation>并入{n}件案件</translation>
    </message>
    <message>
        <source>Enter a problem</source>
        <translation>问题入库</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Entered in the bank</source>
        <translation>已入库</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>How likely</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>When it presses</source>
        <translation>高发时段</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>后果</translation>
    </message>
    <message>
        <source>On what grounds</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Measure is done</source>
        <translation>措施完成</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>not put right</source>
        <translation>未整改</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>现场情况</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Which case</source>
        <translation>哪件案件</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Take a case out</source>
        <translation>移出案件</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Presses</source>
        <translation>高发</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>最近一件</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Spots that came up again and again</source>
        <translation>反复出现的点位</translation>
    </message>
    <message>
        <source>Repeated spots</source>
        <translation>重复点位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>over · {at}</source>
        <translation>超时 · {at}</translation>
    </message>
</context>
<context>
    <name>ProblemsScreen</name>
    <message>
        <source>Problem bank</source>
        <translation>问题库</translation>
    </message>
    <message>
        <source>open {n}</source>
        <translation>在册{n}个</translation>
    </message>
    <message>
        <source>Enter a problem</source>
        <translation>问题入库</translation>
    </message>
    <message>
        <source>From repeated cases</source>
        <translation>从重复案件建</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Take a measure</source>
        <translation>定措施</translation>
    </message>
    <message>
        <source>Measure is done</source>
        <translation>措施完成</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Strike off</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>It is back</source>
        <translation>问题复发</translation>
    </message>
    <message>
        <source>Assess anew</source>
        <translation>重新评估</translation>
    </message>
    <message>
        <source>Long term</source>
        <translation>转长期</translation>
    </message>
    <message>
        <source>None after all</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Take a case out</source>
        <translation>移出案件</translation>
    </message>
    <message>
        <source>Its cases</source>
        <translation>看案件</translation>
    </message>
    <message>
        <source>No problem is open</source>
        <translation>没有在册的问题</translation>
    </message>
    <message>
        <source>N enters one, R shows spots that came up again and again.</source>
        <translation>按 N 录入，按 R 看反复出现的点位。</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>likely {likely}, bad {bad}</source>
        <translation>可能性{likely}，后果{bad}</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Whose duty</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Presses</source>
        <translation>高发</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>复发</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n}次</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>成因</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>各方职责</translation>
    </message>
    <message>
        <source>Way to solve it</source>
        <translation>解决路径</translation>
    </message>
    <message>
        <source>Obstacle</source>
        <translation>障碍</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>not put right</source>
        <translation>未整改</translation>
    </message>
    <message>
        <source>The limits of the problem bank are not set.</source>
        <translation>问题库的时限还没有设置。</translation>
    </message>
    <message>
        <source>No spot came up so often with one kind.</source>
        <translation>没有点位这么频繁地出现同类案件。</translation>
    </message>
    <message>
        <source>Joined to {number}</source>
        <translation>已并入 {number}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It is in the bank again</source>
        <translation>已重新列入</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>客观障碍</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>Procedures</name>
    <message>
        <source>{n} d</source>
        <translation>{n}天</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n}小时</translation>
    </message>
    <message>
        <source>one of them</source>
        <translation>选一支</translation>
    </message>
    <message>
        <source>side by side, all join</source>
        <translation>并行，全部汇合</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n}步</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Kinds of cases (one a line)</source>
        <translation>对应案件分类（一行一个）</translation>
    </message>
    <message>
        <source>Channels it is suggested for</source>
        <translation>建议用于的发现途径</translation>
    </message>
    <message>
        <source>“{word}” is no channel: {known}.</source>
        <translation>没有“{word}”这一途径：{known}。</translation>
    </message>
    <message>
        <source>What the procedure is for</source>
        <translation>流程用途</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>hours of its own, or none</source>
        <translation>自定小时数，或不限</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>What has to be shown (empty: nothing)</source>
        <translation>要留的凭据（空为不要）</translation>
    </message>
    <message>
        <source>Limit of the office</source>
        <translation>街道时限</translation>
    </message>
    <message>
        <source>or so many hours</source>
        <translation>或自定小时数</translation>
    </message>
    <message>
        <source>Side by side with others: name of the branch</source>
        <translation>与其他步骤并行：分支名称</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>one of them is enough</source>
        <translation>办其中一支即可</translation>
    </message>
    <message>
        <source>Hours: a number, at most a year.</source>
        <translation>小时数：数字，最长一年。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What changed and why</source>
        <translation>改了什么、为什么</translation>
    </message>
    <message>
        <source>version {n}; running cases keep the one they began with</source>
        <translation>第{n}版；在办案件沿用原来的版本</translation>
    </message>
    <message>
        <source>Save a version</source>
        <translation>存为新版</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ProceduresScreen</name>
    <message>
        <source>Procedures</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>how a case is worked on, step by step; running cases keep the version they began with</source>
        <translation>案件按步骤办；在办案件沿用开始时的版本</translation>
    </message>
    <message>
        <source>new procedure</source>
        <translation>新流程</translation>
    </message>
    <message>
        <source>add a step</source>
        <translation>加步骤</translation>
    </message>
    <message>
        <source>change the step</source>
        <translation>改步骤</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>删步骤</translation>
    </message>
    <message>
        <source>what it is for</source>
        <translation>改用途</translation>
    </message>
    <message>
        <source>save a version</source>
        <translation>存为新版</translation>
    </message>
    <message>
        <source>drop the changes</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>out of use or back</source>
        <translation>停用或恢复</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>看版本</translation>
    </message>
    <message>
        <source>No procedure yet</source>
        <translation>还没有流程</translation>
    </message>
    <message>
        <source>N begins one.</source>
        <translation>按 N 新建。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>改用途</translation>
    </message>
    <message>
        <source>Save a version</source>
        <translation>存为新版</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>To be shown</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Beside others</source>
        <translation>并行</translation>
    </message>
    <message>
        <source>No step yet</source>
        <translation>还没有步骤</translation>
    </message>
    <message>
        <source>A adds one.</source>
        <translation>按 A 加一步。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Steps of this version</source>
        <translation>该版步骤</translation>
    </message>
    <message>
        <source>{n} in use</source>
        <translation>{n}个</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>第{n}版</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Kinds: {words}</source>
        <translation>案件分类：{words}</translation>
    </message>
    <message>
        <source>Channels: {words}</source>
        <translation>发现途径：{words}</translation>
    </message>
    <message>
        <source>Changed, not saved: Ctrl S saves a version, Z drops the changes.</source>
        <translation>有改动未保存：Ctrl S 存为新版，Z 放弃改动。</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>back in use</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>v{n}</source>
        <translation>第{n}版</translation>
    </message>
    <message>
        <source>Receive the case</source>
        <translation>受理案件</translation>
    </message>
    <message>
        <source>Entered; now add its steps.</source>
        <translation>已建立，接着加步骤。</translation>
    </message>
    <message>
        <source>Version {n} is saved.</source>
        <translation>已存为第{n}版。</translation>
    </message>
    <message>
        <source>Out of use; running cases keep it.</source>
        <translation>已停用，在办案件继续沿用。</translation>
    </message>
    <message>
        <source>Back in use.</source>
        <translation>已恢复使用。</translation>
    </message>
</context>
<context>
    <name>ProposalLog</name>
    <message>
        <source>Raised in the {platform}</source>
        <translation>提出：{platform}</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Discussed, {people} came</source>
        <translation>议事，到会{people}人</translation>
    </message>
    <message>
        <source>Vote: {counts}</source>
        <translation>表决：{counts}</translation>
    </message>
    <message>
        <source>Adopted: {unit} carries it out</source>
        <translation>立项，{unit}落实</translation>
    </message>
    <message>
        <source>Not adopted</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已落实</translation>
    </message>
    <message>
        <source>{satisfied} of {asked} asked are satisfied</source>
        <translation>测评：询问{asked}人，满意{satisfied}人</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>What is proposed</source>
        <translation>提案内容</translation>
    </message>
    <message>
        <source>Where it came up</source>
        <translation>议事平台</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>How many raise it</source>
        <translation>提出人数</translation>
    </message>
    <message>
        <source>Who speaks for them</source>
        <translation>代表人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Raise a proposal</source>
        <translation>登记提案</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>How many came</source>
        <translation>到会人数</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>议事情况</translation>
    </message>
    <message>
        <source>Discussed</source>
        <translation>议事</translation>
    </message>
    <message>
        <source>Entitled to vote</source>
        <translation>应参加人数</translation>
    </message>
    <message>
        <source>Voted</source>
        <translation>参加表决</translation>
    </message>
    <message>
        <source>In favour</source>
        <translation>赞成</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>How it was voted</source>
        <translation>表决方式</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设</translation>
    </message>
    <message>
        <source>It passes when turnout is at least {turnout} and those in favour at least {share} of the votes.</source>
        <translation>参与率不低于{turnout}，且赞成占参加表决的{share}以上，才算通过。</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>表决</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>落实单位</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>落实期限</translation>
    </message>
    <message>
        <source>Trial until (if one is held)</source>
        <translation>试行到（有试行的填）</translation>
    </message>
    <message>
        <source>What the residents are told</source>
        <translation>告知居民</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>立项</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>询问人数</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意人数</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Ask how it turned out</source>
        <translation>测评</translation>
    </message>
    <message>
        <source>{share} ({part}/{whole}, at least {least})</source>
        <translation>{share}（{part}/{whole}，不低于{least}）</translation>
    </message>
    <message>
        <source>for {yes}, against {no}, abstained {rest}; {cast} of {eligible} voted</source>
        <translation>赞成{yes}，反对{no}，弃权{rest}；应参加{eligible}，参加{cast}</translation>
    </message>
    <message>
        <source>Came up in</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>over · {stage}</source>
        <translation>超时 · {stage}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What was said, how it was counted</source>
        <translation>内容和计票</translation>
    </message>
    <message>
        <source>Took part</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>vote</source>
        <translation>表决</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>议事</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>{result}, earlier</source>
        <translation>{result}（前次）</translation>
    </message>
</context>
<context>
    <name>ProposalsScreen</name>
    <message>
        <source>Proposals</source>
        <translation>居民提案</translation>
    </message>
    <message>
        <source>running {n}</source>
        <translation>在办{n}件</translation>
    </message>
    <message>
        <source>Raise a proposal</source>
        <translation>登记提案</translation>
    </message>
    <message>
        <source>Discussed</source>
        <translation>议事</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>表决</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>立项</translation>
    </message>
    <message>
        <source>Do not adopt</source>
        <translation>不立项</translation>
    </message>
    <message>
        <source>Ask how it turned out</source>
        <translation>测评</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已落实</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Discuss again</source>
        <translation>再议</translation>
    </message>
    <message>
        <source>Vote again</source>
        <translation>重新表决</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Its case</source>
        <translation>看案件</translation>
    </message>
    <message>
        <source>No proposal is running</source>
        <translation>没有在办的提案</translation>
    </message>
    <message>
        <source>N enters one that residents raised.</source>
        <translation>按 N 登记居民提出的提案。</translation>
    </message>
    <message>
        <source>Talks and votes</source>
        <translation>议事和表决</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Came up in</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n}人</translation>
    </message>
    <message>
        <source>Speaks for them</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Turnout</source>
        <translation>参与率</translation>
    </message>
    <message>
        <source>not voted yet</source>
        <translation>还没有表决</translation>
    </message>
    <message>
        <source>In favour</source>
        <translation>赞成率</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>落实</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Trial until</source>
        <translation>试行到</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed: too few voted</source>
        <translation>未通过：参与率不够</translation>
    </message>
    <message>
        <source>not passed: too few in favour</source>
        <translation>未通过：赞成率不够</translation>
    </message>
    <message>
        <source>What the residents were told</source>
        <translation>告知居民</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>There is a result to print once the vote is counted.</source>
        <translation>计票后才有结果可打印。</translation>
    </message>
</context>
<context>
    <name>Rates</name>
    <message>
        <source>version {n}, since {day}</source>
        <translation>第 {n} 版，{day} 起</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>as the program brings it</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Formula · left out</source>
        <translation>公式 · 剔除</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Basis · source</source>
        <translation>依据 · 出处</translation>
    </message>
    <message>
        <source>Formulas and what is left out</source>
        <translation>公式与剔除</translation>
    </message>
    <message>
        <source>every figure is printed with its formula</source>
        <translation>每个数字都随公式印出</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Of {taken} cases taken in; {unknown} old ones of the month without an outcome are in no rate.</source>
        <translation>本月受理 {taken} 件；另有旧件 {unknown} 件没有结果，不计入任何指标。</translation>
    </message>
    <message>
        <source>Change the formula: {name}</source>
        <translation>改公式：{name}</translation>
    </message>
    <message>
        <source>Put into force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Whole: counted cases</source>
        <translation>分母：计哪些件</translation>
    </message>
    <message>
        <source>Part: of them</source>
        <translation>分子：其中哪些</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Target in per cent</source>
        <translation>目标（%）</translation>
    </message>
    <message>
        <source>Band from</source>
        <translation>合宜带下限（%）</translation>
    </message>
    <message>
        <source>Band to</source>
        <translation>合宜带上限（%）</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Write why the formula changes: it stands in its history.</source>
        <translation>写明修改原因，留在修改记录里。</translation>
    </message>
    <message>
        <source>Would read: {formula}</source>
        <translation>改后：{formula}</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>twelve months</source>
        <translation>近十二个月</translation>
    </message>
    <message>
        <source>{span}: {old} ({a} / {b}) → {new} ({c} / {d}), left out {e} → {f}</source>
        <translation>{span}：{old}（{a} / {b}）→ {new}（{c} / {d}），未计 {e} → {f}</translation>
    </message>
    <message>
        <source>A softer formula makes the figure better, not the work.</source>
        <translation>口径放宽，变好的是数字，不是办理。</translation>
    </message>
    <message>
        <source>left out {n}: {grounds}</source>
        <translation>未计 {n}：{grounds}</translation>
    </message>
    <message>
        <source>not to be told yet {n}</source>
        <translation>尚不能计 {n}</translation>
    </message>
    <message>
        <source>nothing left out</source>
        <translation>没有剔除</translation>
    </message>
    <message>
        <source>against last month {n}</source>
        <translation>较上月 {n}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>both sides call right {good} of {of}, waiting for a word {pending}</source>
        <translation>双方都认可 {good} / {of} 次，还差意见 {pending} 次</translation>
    </message>
    <message>
        <source>against a year ago {n}</source>
        <translation>较上年同月 {n}</translation>
    </message>
    <message>
        <source>fewer than ten: counted, no share</source>
        <translation>不足 10 件，只列数</translation>
    </message>
    <message>
        <source>nothing to count</source>
        <translation>没有可计的件</translation>
    </message>
    <message>
        <source>target {n}</source>
        <translation>目标 {n}</translation>
    </message>
    <message>
        <source>fair band {low}–{high} %</source>
        <translation>合宜带 {low}–{high} %</translation>
    </message>
    <message>
        <source>{n} below the target, {cases} cases short</source>
        <translation>低于目标 {n}，差 {cases} 件</translation>
    </message>
    <message>
        <source>below the band</source>
        <translation>低于合宜带</translation>
    </message>
    <message>
        <source>above the band</source>
        <translation>高于合宜带</translation>
    </message>
    <message>
        <source>Whole office</source>
        <translation>全街道</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>old case without an outcome</source>
        <translation>旧件，没有结果</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>in hand, within the limit</source>
        <translation>在办，没到时限</translation>
    </message>
    <message>
        <source>done, not called back</source>
        <translation>已办，没回访</translation>
    </message>
    <message>
        <source>repeated {n}</source>
        <translation>重复 {n}</translation>
    </message>
    <message>
        <source>done again {n}</source>
        <translation>重办 {n}</translation>
    </message>
    <message>
        <source>whistled</source>
        <translation>吹过哨</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>没联系上</translation>
    </message>
    <message>
        <source>reached {span} late</source>
        <translation>超时 {span}才联系</translation>
    </message>
    <message>
        <source>open, {span} late</source>
        <translation>超时 {span}未办结</translation>
    </message>
    <message>
        <source>not accepted as solved</source>
        <translation>不认可已解决</translation>
    </message>
    <message>
        <source>closed late</source>
        <translation>超时办结</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>较上月</translation>
    </message>
    <message>
        <source>Mostly about</source>
        <translation>集中问题</translation>
    </message>
    <message>
        <source>Repeated points</source>
        <translation>重复点位</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Section + community</source>
        <translation>科室 + 社区</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>回访日</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>受理件</translation>
    </message>
    <message>
        <source>contacts due</source>
        <translation>应联系件</translation>
    </message>
    <message>
        <source>reached within the limit</source>
        <translation>时限内联系到</translation>
    </message>
    <message>
        <source>asked whether solved</source>
        <translation>已问是否解决</translation>
    </message>
    <message>
        <source>solved in the citizen's words</source>
        <translation>来电人认可已解决</translation>
    </message>
    <message>
        <source>late and never asked</source>
        <translation>超时未办结且未问</translation>
    </message>
    <message>
        <source>asked whether satisfied</source>
        <translation>已问是否满意</translation>
    </message>
    <message>
        <source>satisfied or rather so</source>
        <translation>满意和基本满意</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结件</translation>
    </message>
    <message>
        <source>closed, with a limit</source>
        <translation>有时限的办结件</translation>
    </message>
    <message>
        <source>fed back in time</source>
        <translation>按期反馈</translation>
    </message>
    <message>
        <source>open and late</source>
        <translation>超时未办结</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>重办件</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>延期件</translation>
    </message>
    <message>
        <source>before anybody complained</source>
        <translation>未诉先办件</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>转走</translation>
    </message>
    <message>
        <source>refused by statute</source>
        <translation>依法不受理</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>联系不上</translation>
    </message>
    <message>
        <source>long-term, approved</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>并入别件</translation>
    </message>
    <message>
        <source>not achieved</source>
        <translation>没做到</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>做到</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未计</translation>
    </message>
    <message>
        <source>not to be told yet</source>
        <translation>尚不能计</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核</translation>
    </message>
    <message>
        <source>the office's own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未核</translation>
    </message>
    <message>
        <source>on target</source>
        <translation>达到目标</translation>
    </message>
</context>
<context>
    <name>RatesScreen</name>
    <message>
        <source>Monthly review</source>
        <translation>月度点评</translation>
    </message>
    <message>
        <source>{year}-{month}</source>
        <translation>{year} 年 {month} 月</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>数据截至 {time}</translation>
    </message>
    <message>
        <source>with {n} call-backs after the month's end</source>
        <translation>含月后补入回访 {n} 件</translation>
    </message>
    <message>
        <source>{n} old cases without an outcome are not counted</source>
        <translation>旧件 {n} 件没有结果，不计</translation>
    </message>
    <message>
        <source>month</source>
        <translation>上下月</translation>
    </message>
    <message>
        <source>break down by</source>
        <translation>换分解</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>choose a line</source>
        <translation>选行</translation>
    </message>
    <message>
        <source>which cases</source>
        <translation>哪些件</translation>
    </message>
    <message>
        <source>to the cases</source>
        <translation>看案件</translation>
    </message>
    <message>
        <source>case list</source>
        <translation>案件列表</translation>
    </message>
    <message>
        <source>formulas</source>
        <translation>公式与剔除</translation>
    </message>
    <message>
        <source>measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>example</source>
        <translation>选为典型</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>抄到剪贴板</translation>
    </message>
    <message>
        <source>mask, check</source>
        <translation>遮盖、复核</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>回到数字</translation>
    </message>
    <message>
        <source>material</source>
        <translation>月度材料</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>分解</translation>
    </message>
    <message>
        <source>bars begin at 75; below ten cases: counted, no place</source>
        <translation>条形自 75 起；不足 10 件只列件数、不排名</translation>
    </message>
    <message>
        <source>Cases behind it</source>
        <translation>这个数背后的案件</translation>
    </message>
    <message>
        <source>To the case list</source>
        <translation>到案件中心</translation>
    </message>
    <message>
        <source>No case in this month</source>
        <translation>这个月没有案件</translation>
    </message>
    <message>
        <source>← shows the month before.</source>
        <translation>按 ← 看上个月。</translation>
    </message>
    <message>
        <source>By community</source>
        <translation>按社区</translation>
    </message>
    <message>
        <source>By section in the lead</source>
        <translation>按牵头</translation>
    </message>
    <message>
        <source>By handler</source>
        <translation>双派双考</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按途径</translation>
    </message>
    <message>
        <source>By grid</source>
        <translation>按网格</translation>
    </message>
    <message>
        <source>drills are not counted</source>
        <translation>演练不计入</translation>
    </message>
    <message>
        <source>formulas in force since {day}</source>
        <translation>公式 {day} 起施行</translation>
    </message>
    <message>
        <source>not dispatched</source>
        <translation>未派单</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>whole {of}: taken in {taken}, nothing left out, not to be told yet {pending}</source>
        <translation>分母 {of}：受理 {taken}，没有剔除，尚不能计 {pending}</translation>
    </message>
    <message>
        <source>whole {of}: taken in {taken}, left out {left} ({grounds}), not to be told yet {pending}</source>
        <translation>分母 {of}：受理 {taken}，未计 {left}（{grounds}），尚不能计 {pending}</translation>
    </message>
    <message>
        <source>{n} cases {stand}</source>
        <translation>{stand} {n} 件</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 件</translation>
    </message>
    <message>
        <source>No case stands there.</source>
        <translation>那里没有案件。</translation>
    </message>
    <message>
        <source>What became of last month's measures</source>
        <translation>上月措施落实情况</translation>
    </message>
    <message>
        <source>a line is a measure</source>
        <translation>一行一条</translation>
    </message>
    <message>
        <source>Measures of the next month</source>
        <translation>下月措施</translation>
    </message>
    <message>
        <source>what, who, until when; a line is a measure</source>
        <translation>做什么、谁来做、何时完成；一行一条</translation>
    </message>
    <message>
        <source>Measures, {month}</source>
        <translation>措施 · {month}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Measures saved</source>
        <translation>措施已存</translation>
    </message>
    <message>
        <source>{number} is no example any more</source>
        <translation>{number} 不再作典型</translation>
    </message>
    <message>
        <source>{number} is told as an example</source>
        <translation>{number} 选为典型</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已抄到剪贴板</translation>
    </message>
    <message>
        <source>The formula is in force</source>
        <translation>公式已启用</translation>
    </message>
</context>
<context>
    <name>ReadAloudSheet</name>
    <message>
        <source>Nothing is open</source>
        <translation>没有未结事项</translation>
    </message>
    <message>
        <source>Both sign below.</source>
        <translation>在下面双签。</translation>
    </message>
    <message>
        <source>Who goes</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Remark, if something is not read</source>
        <translation>没念的，写明原因</translation>
    </message>
    <message>
        <source>read {n} of {all}</source>
        <translation>已念 {n}/{all}</translation>
    </message>
    <message>
        <source>{n} to read</source>
        <translation>还差 {n} 条</translation>
    </message>
    <message>
        <source>two names</source>
        <translation>两人姓名</translation>
    </message>
    <message>
        <source>{send}: {left}</source>
        <translation>{send}：{left}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>head count</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>replaced by {other}</source>
        <translation>由 {other} 替代</translation>
    </message>
    <message>
        <source>at the wrong place</source>
        <translation>到错地点</translation>
    </message>
    <message>
        <source>rung, no answer</source>
        <translation>呼叫未接</translation>
    </message>
    <message>
        <source>rung, busy</source>
        <translation>呼叫占线</translation>
    </message>
    <message>
        <source>rung, reached</source>
        <translation>呼叫接通</translation>
    </message>
    <message>
        <source>order read back</source>
        <translation>复述无误</translation>
    </message>
    <message>
        <source>contact lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>contact again</source>
        <translation>恢复联系</translation>
    </message>
    <message>
        <source>take back the last entry</source>
        <translation>撤回上一条</translation>
    </message>
    <message>
        <source>{other} came unasked</source>
        <translation>{other} 先到</translation>
    </message>
    <message>
        <source>“{text}”: write numbers from 1 to 60, such as 3,5-8</source>
        <translation>“{text}”：部门号写 1 到 60，如 3,5-8</translation>
    </message>
    <message>
        <source>“{text}”: write what it did behind it, such as 到, 应, 出, 撤</source>
        <translation>“{text}”：后面写做了什么，如 应、出、到、撤</translation>
    </message>
    <message>
        <source>“{text}” is no act: 应 出 到 处 完 撤 归, 预 错 拒 替 未接 清点; / before it makes it a note</source>
        <translation>“{text}”不是步骤：应 出 到 处 完 撤 归，预 错 拒 替 未接 清点；前面加 / 则记为情况</translation>
    </message>
    <message>
        <source>write how many people, such as 6</source>
        <translation>写上人数，如 6</translation>
    </message>
    <message>
        <source>write the promised time or the number, such as 14:35 6</source>
        <translation>写上承诺的时间或人数，如 14:35 6</translation>
    </message>
    <message>
        <source>write the reason behind it, such as {example}</source>
        <translation>后面写原因，如 {example}</translation>
    </message>
    <message>
        <source>write why or where behind it</source>
        <translation>后面写原因或地点</translation>
    </message>
    <message>
        <source>write which unit: its number, its code or its name</source>
        <translation>写明哪个单位：部门号、代码或名称</translation>
    </message>
    <message>
        <source>this holds for one unit alone; write a line for each</source>
        <translation>这一条只能记一个单位，请分开写</translation>
    </message>
    <message>
        <source>nothing belongs behind it</source>
        <translation>后面不用写别的</translation>
    </message>
    <message>
        <source>only a step can be corrected; take others back with 撤回</source>
        <translation>只能更正一步；其他的用“撤回”</translation>
    </message>
    <message>
        <source>no such unit on the board: {text}; 先到 puts one on it</source>
        <translation>板上没有 {text} 号；没召集就来的，写“先到”</translation>
    </message>
    <message>
        <source>“{text}” is no unit; write its code such as D22, or its name</source>
        <translation>找不到“{text}”；写代码如 D22，或写名称</translation>
    </message>
    <message>
        <source>“{text}”: a number of people cannot be negative</source>
        <translation>“{text}”：人数不能为负</translation>
    </message>
    <message>
        <source>“{text}” is no number of people: write 6 or 6人; / before it makes it a note</source>
        <translation>“{text}”不是人数：写 6 或 6人；前面加 / 则记为情况</translation>
    </message>
    <message>
        <source>which one? {text}</source>
        <translation>是哪一个？{text}</translation>
    </message>
    <message>
        <source>{text} has not come yet: write a time that has passed</source>
        <translation>{text} 还没到：请填已过去的时间</translation>
    </message>
    <message>
        <source>it has no such step yet; write it without 改</source>
        <translation>还没记过这一步；不用写“改”</translation>
    </message>
    <message>
        <source>said by {name}</source>
        <translation>{name} 说</translation>
    </message>
    <message>
        <source>correct:</source>
        <translation>更正：</translation>
    </message>
    <message>
        <source>count {n}</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>已复述</translation>
    </message>
    <message>
        <source>“{text}”: the board has only 1–{last}; 先到 puts another on it</source>
        <translation>“{text}”：板上只有 1–{last}；用“先到”可加入</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>since the whistle</source>
        <translation>吹哨后</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>失联未应</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>结束归档</translation>
    </message>
    <message>
        <source>Stand down · hold</source>
        <translation>结束处置 · 按住</translation>
    </message>
    <message>
        <source>place to be confirmed</source>
        <translation>地点待定</translation>
    </message>
    <message>
        <source>post at {place}</source>
        <translation>指挥部 {place}</translation>
    </message>
    <message>
        <source>not yet signed by a leader</source>
        <translation>待领导补签（V）</translation>
    </message>
    <message>
        <source>event, first guess: {value}</source>
        <translation>事件初判：{value}</translation>
    </message>
    <message>
        <source>warning: {value}</source>
        <translation>预警：{value}</translation>
    </message>
    <message>
        <source>response level: {value}</source>
        <translation>响应级别：{value}</translation>
    </message>
    <message>
        <source>plan {code} v{n}</source>
        <translation>预案 {code} 第 {n} 版</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>总指挥</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>副总指挥</translation>
    </message>
    <message>
        <source>not here: {n}</source>
        <translation>未到 {n}</translation>
    </message>
    <message>
        <source>led by {name}; ours supports</source>
        <translation>由{name}指挥，街道配合</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>ended with the incident</source>
        <translation>随事件结束</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待领受</translation>
    </message>
    <message>
        <source>drill: nothing is reported outside</source>
        <translation>演练：不对外报送</translation>
    </message>
    <message>
        <source>left {span}</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>clock stands</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>Call {n} {unit}</source>
        <translation>呼 {n} {unit}</translation>
    </message>
    <message>
        <source>Call {n} {unit} again</source>
        <translation>再呼 {n} {unit}</translation>
    </message>
    <message>
        <source>{n} read back?</source>
        <translation>{n} 已复述？</translation>
    </message>
    <message>
        <source>Tell the main leader</source>
        <translation>报主要领导</translation>
    </message>
    <message>
        <source>Phone the district</source>
        <translation>电话报区</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>写报告</translation>
    </message>
    <message>
        <source>Confirm the place</source>
        <translation>确认地点</translation>
    </message>
    <message>
        <source>Set up the post</source>
        <translation>成立指挥部</translation>
    </message>
    <message>
        <source>Meeting at the post</source>
        <translation>现场会</translation>
    </message>
    <message>
        <source>Count and withdraw the post</source>
        <translation>核对撤收</translation>
    </message>
    <message>
        <source>{n} find contact</source>
        <translation>联系失联 {n}</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>结束处置</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>写终报</translation>
    </message>
</context>
<context>
    <name>Receivers</name>
    <message>
        <source>Receivers</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Feeds back</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>assists</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>first receiver</source>
        <translation>首接</translation>
    </message>
    <message>
        <source>by ruling</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未</translation>
    </message>
    <message>
        <source>over by {span}</source>
        <translation>超 {span}</translation>
    </message>
    <message>
        <source>left {span}</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>disputed {time}</source>
        <translation>{time} 争议</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>No department is chosen. Choose a plan, or press A and add one.</source>
        <translation>还没选部门。请选预案，或按 A 加一个。</translation>
    </message>
    <message>
        <source>At most {most} departments fit on one board.</source>
        <translation>一块报到板最多 {most} 个部门。</translation>
    </message>
    <message>
        <source>This unit is not in the list of units.</source>
        <translation>单位名录里没有这个单位。</translation>
    </message>
    <message>
        <source>A department is chosen twice.</source>
        <translation>同一个部门选了两次。</translation>
    </message>
    <message>
        <source>A drill starts only from a drill plan. Choose one.</source>
        <translation>演练只能从演练方案开始，请选一个。</translation>
    </message>
    <message>
        <source>A drill and a real matter cannot be linked.</source>
        <translation>演练和真实的事不能关联。</translation>
    </message>
    <message>
        <source>This case is not known here.</source>
        <translation>本机没有这个案件。</translation>
    </message>
    <message>
        <source>This whistle is not known here.</source>
        <translation>本机没有这次吹哨。</translation>
    </message>
    <message>
        <source>This whistle was taken back.</source>
        <translation>这次吹哨已经收回。</translation>
    </message>
    <message>
        <source>This incident is closed. Only late entries from before the end are taken.</source>
        <translation>事件已归档，只能补录结束前的事。</translation>
    </message>
    <message>
        <source>The ten seconds are over. Declare a false alarm instead.</source>
        <translation>已过 10 秒，不能收回。请改按误报办理。</translation>
    </message>
    <message>
        <source>This is a drill: nothing of it is reported outside.</source>
        <translation>这是演练，不对外报送。</translation>
    </message>
    <message>
        <source>Somebody has been called already. Declare a false alarm instead.</source>
        <translation>已经叫过人，不能收回。请改按误报办理。</translation>
    </message>
    <message>
        <source>It has been ended already.</source>
        <translation>已经结束了。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>请写原因。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有写。</translation>
    </message>
    <message>
        <source>Write who said so, or sign in at the seat.</source>
        <translation>请写是谁说的，或先在坐席登录。</translation>
    </message>
    <message>
        <source>The words are missing: write what or why, then send it.</source>
        <translation>正文没写：写清事由再发。</translation>
    </message>
    <message>
        <source>Write who is responsible.</source>
        <translation>请写责任人。</translation>
    </message>
    <message>
        <source>Write who takes over.</source>
        <translation>请写由谁接管。</translation>
    </message>
    <message>
        <source>This unit is not on the board. If it came unasked, enter it as such.</source>
        <translation>报到板上没有这个单位。自己来的，请记“未召先到”。</translation>
    </message>
    <message>
        <source>It is already in the list.</source>
        <translation>已经在列。</translation>
    </message>
    <message>
        <source>This step does not exist.</source>
        <translation>没有这一步。</translation>
    </message>
    <message>
        <source>This report-in was ended at {at}: {outcome}. Undo that first.</source>
        <translation>这个部门的报到已于 {at} 了结：{outcome}。要改请先撤销。</translation>
    </message>
    <message>
        <source>“{milestone}” is already recorded at {at}. Undo it first.</source>
        <translation>“{milestone}”已记在 {at}。要改请先撤销。</translation>
    </message>
    <message>
        <source>The unit was only listed at {listed_at}. Enter a later time.</source>
        <translation>这个单位 {listed_at} 才列入，请填更晚的时间。</translation>
    </message>
    <message>
        <source>{at} lies in the future. Check the time.</source>
        <translation>{at} 还没到，请核对时间。</translation>
    </message>
    <message>
        <source>“{milestone}” cannot be on that side of “{other}” at {at}. Check the time.</source>
        <translation>“{milestone}”与 {at} 的“{other}”先后不对，请核对时间。</translation>
    </message>
    <message>
        <source>This unit has not arrived.</source>
        <translation>这个单位还没到场。</translation>
    </message>
    <message>
        <source>A release needs a head count: how many people leave?</source>
        <translation>批准撤离前先清点：撤走几人？</translation>
    </message>
    <message>
        <source>{arrived} arrived, {out} leave. Check the count, or write why it differs.</source>
        <translation>到场 {arrived} 人，撤走 {out} 人。请核对人数，或写明原因。</translation>
    </message>
    <message>
        <source>A number of people cannot be negative.</source>
        <translation>人数不能小于零。</translation>
    </message>
    <message>
        <source>There is no next step for this unit.</source>
        <translation>这个单位没有下一步了。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的。</translation>
    </message>
    <message>
        <source>This unit has not answered yet.</source>
        <translation>这个单位还没响应。</translation>
    </message>
    <message>
        <source>Enter the promised time or the number of people.</source>
        <translation>请填答应到场的时间，或来多少人。</translation>
    </message>
    <message>
        <source>The promised time has passed already.</source>
        <translation>答应的时间已经过了，请重填。</translation>
    </message>
    <message>
        <source>There is contact with this unit.</source>
        <translation>这个单位没有失联。</translation>
    </message>
    <message>
        <source>This unit is on the scene. Release it, or record that it left early.</source>
        <translation>这个单位在现场。请批准撤离，或记提前离场。</translation>
    </message>
    <message>
        <source>Choose the unit that comes instead.</source>
        <translation>请选改由哪个单位来。</translation>
    </message>
    <message>
        <source>This outcome does not exist.</source>
        <translation>没有这种了结方式。</translation>
    </message>
    <message>
        <source>Contact is lost with: {units}. Clear that up before the stand-down.</source>
        <translation>{units}失联，查清后才能解除。</translation>
    </message>
    <message>
        <source>There is no proof yet for: {units}. Enter a head count or who was told.</source>
        <translation>{units}还没有凭据。请填清点人数，或写告诉了谁。</translation>
    </message>
    <message>
        <source>On record as trapped: {count}. Set the key fact right, or write why it is over all the same.</source>
        <translation>在册被困 {count} 人。先改准要点，或写明为什么仍可解除。</translation>
    </message>
    <message>
        <source>A release needs a reason. Choose one, or write it.</source>
        <translation>撤离要有原因。请选一个，或写明。</translation>
    </message>
    <message>
        <source>A command post stands already. Stand down instead.</source>
        <translation>指挥部已经成立，不能按误报处理，请走解除响应。</translation>
    </message>
    <message>
        <source>This scale does not exist.</source>
        <translation>没有这种级别。</translation>
    </message>
    <message>
        <source>The law grades no social-security event. Leave the grade open, or choose another kind.</source>
        <translation>社会安全事件法律不分级。等级留空，或改选类别。</translation>
    </message>
    <message>
        <source>Choose what was done.</source>
        <translation>请选做了什么。</translation>
    </message>
    <message>
        <source>This drill still runs.</source>
        <translation>这场演练还在进行。</translation>
    </message>
    <message>
        <source>Only a closed incident goes to the archive. Close it first.</source>
        <translation>事件结束后才能归档，请先结束。</translation>
    </message>
    <message>
        <source>Not yet back or ended: {units}.</source>
        <translation>{units}还没归建或了结。</translation>
    </message>
    <message>
        <source>Stand down first.</source>
        <translation>请先解除响应。</translation>
    </message>
    <message>
        <source>The final report is missing. Send it, or write why there is none.</source>
        <translation>缺终报。请报送，或写明不报的原因。</translation>
    </message>
    <message>
        <source>This report does not follow now: initial, updates, then the final one after the end.</source>
        <translation>报告顺序不对：先初报，再续报，解除后终报。</translation>
    </message>
    <message>
        <source>Write who was reached.</source>
        <translation>写明接报的是谁。</translation>
    </message>
    <message>
        <source>The report is not signed yet. Sign it, or record the consent.</source>
        <translation>这一报还没签发。先审签，或记口头同意。</translation>
    </message>
    <message>
        <source>There is nothing to sign.</source>
        <translation>没有可签的。</translation>
    </message>
    <message>
        <source>This report is signed and stands. What is learnt later goes into the next one.</source>
        <translation>这一报已签发，文字不再变。之后的情况写进下一报。</translation>
    </message>
    <message>
        <source>This version is signed in this role already.</source>
        <translation>这一版已经以这个身份签过。</translation>
    </message>
    <message>
        <source>Version {version} was not kept, or its text was erased by law.</source>
        <translation>第 {version} 版没有留存，或文字已依法销毁。</translation>
    </message>
    <message>
        <source>This is not a drill.</source>
        <translation>这不是演练。</translation>
    </message>
    <message>
        <source>There is no command post yet.</source>
        <translation>指挥部还没成立。</translation>
    </message>
    <message>
        <source>A command post needs a commander.</source>
        <translation>成立指挥部要有总指挥。</translation>
    </message>
    <message>
        <source>Write the place.</source>
        <translation>请写地点。</translation>
    </message>
    <message>
        <source>Still on the scene: {units}.</source>
        <translation>{units}还在现场。</translation>
    </message>
    <message>
        <source>Command was not handed over.</source>
        <translation>指挥权没有移交过。</translation>
    </message>
    <message>
        <source>A line of the store's goods cannot be read.</source>
        <translation>库存有一行读不出来。</translation>
    </message>
    <message>
        <source>The command post stands already.</source>
        <translation>指挥部已经成立。</translation>
    </message>
    <message>
        <source>There is no such group at the post.</source>
        <translation>指挥部没有这个组。</translation>
    </message>
    <message>
        <source>This point is not on the list.</source>
        <translation>清单里没有这一项。</translation>
    </message>
    <message>
        <source>This decision is not known here.</source>
        <translation>这里没有这项决定。</translation>
    </message>
    <message>
        <source>This decision is not open any more.</source>
        <translation>这项决定已了结。</translation>
    </message>
    <message>
        <source>Two different people have to sign: who goes and who comes.</source>
        <translation>要两个人签：交班人和接班人。</translation>
    </message>
    <message>
        <source>{count} open items were not read aloud. Read them, or write why not.</source>
        <translation>还有 {count} 条未结事项没念。念完，或写明原因。</translation>
    </message>
    <message>
        <source>It is either the whole command or the fire-fighting that is handed over.</source>
        <translation>移交的只能是整个指挥权，或灭火指挥。</translation>
    </message>
    <message>
        <source>Command was handed over to {to} already.</source>
        <translation>指挥权已移交{to}。</translation>
    </message>
    <message>
        <source>Count and withdraw the post first.</source>
        <translation>先核对撤收指挥部。</translation>
    </message>
    <message>
        <source>{count} takings of supplies are not accounted for. Return or write them off, or write why not.</source>
        <translation>有 {count} 笔物资没有了结。归还或核销，或写明原因。</translation>
    </message>
    <message>
        <source>The list of people to move does not agree: {waiting} still wait, difference {count}. Settle it, or write why not.</source>
        <translation>转移清单对不上：待转 {waiting} 人，差 {count}。先理清，或写明原因。</translation>
    </message>
    <message>
        <source>Write what is taken.</source>
        <translation>写明领用什么。</translation>
    </message>
    <message>
        <source>Write how many.</source>
        <translation>写明数量。</translation>
    </message>
    <message>
        <source>Write who takes it.</source>
        <translation>写明谁领用。</translation>
    </message>
    <message>
        <source>This taking of supplies is not known here.</source>
        <translation>这里没有这笔领用。</translation>
    </message>
    <message>
        <source>It is returned, consumed, damaged or written off.</source>
        <translation>只能是归还、消耗、损坏、核销。</translation>
    </message>
    <message>
        <source>Only {rest} are still out.</source>
        <translation>在外的只有 {rest}。</translation>
    </message>
    <message>
        <source>Write the address.</source>
        <translation>写明地址。</translation>
    </message>
    <message>
        <source>Write how many households.</source>
        <translation>写明户数。</translation>
    </message>
    <message>
        <source>This household is not on the list.</source>
        <translation>清单里没有这一户。</translation>
    </message>
    <message>
        <source>This state does not exist.</source>
        <translation>没有这个状态。</translation>
    </message>
    <message>
        <source>This group of people is not on the list.</source>
        <translation>没有这类人群。</translation>
    </message>
    <message>
        <source>That does not follow: nobody of this household can come into that state now.</source>
        <translation>接不上：这一户现在没有人能转到这个状态。</translation>
    </message>
    <message>
        <source>Only {there} people are in that state.</source>
        <translation>在这个状态的只有 {there} 人。</translation>
    </message>
    <message>
        <source>{there} people were entered already; there cannot be fewer.</source>
        <translation>已录入 {there} 人，不能更少。</translation>
    </message>
    <message>
        <source>Nobody of this household has moved yet.</source>
        <translation>这一户还没有人转出。</translation>
    </message>
    <message>
        <source>This key fact does not exist.</source>
        <translation>没有这项要点。</translation>
    </message>
    <message>
        <source>That was already told at {at}.</source>
        <translation>{at} 已经报过。</translation>
    </message>
    <message>
        <source>The due time has passed already.</source>
        <translation>限定的时间已经过了，请重填。</translation>
    </message>
    <message>
        <source>This order is not open any more.</source>
        <translation>这条指令已经了结。</translation>
    </message>
    <message>
        <source>This order is not known here.</source>
        <translation>本机没有这条指令。</translation>
    </message>
    <message>
        <source>Write in a few words what it is about.</source>
        <translation>请用一句话写是什么事。</translation>
    </message>
    <message>
        <source>Choose how the matter came in.</source>
        <translation>请选发现途径。</translation>
    </message>
    <message>
        <source>Choose a grade.</source>
        <translation>请选等级。</translation>
    </message>
    <message>
        <source>A case with this source number is already here.</source>
        <translation>这个来源编号的案件已经有了。</translation>
    </message>
    <message>
        <source>Not possible now: the case is “{stage}”.</source>
        <translation>案件现在是“{stage}”，不能这样办。</translation>
    </message>
    <message>
        <source>No section is ticked. Tick the one that leads, then dispatch.</source>
        <translation>没有勾选科室。请勾选主责科室再派单。</translation>
    </message>
    <message>
        <source>A community may not be made the leading handler. Choose a section or department.</source>
        <translation>社区不能当主办，请选科室或部门。</translation>
    </message>
    <message>
        <source>The case was not dispatched to this unit.</source>
        <translation>案件没有派给这个单位。</translation>
    </message>
    <message>
        <source>This unit has signed already.</source>
        <translation>这个单位已经签收。</translation>
    </message>
    <message>
        <source>It was disputed twice; now it is decided.</source>
        <translation>已退单两次，由专班裁定，不能再退。</translation>
    </message>
    <message>
        <source>More time can only be asked for before the limit runs out.</source>
        <translation>延期要在到期前申请，现在已过期。</translation>
    </message>
    <message>
        <source>Both feedbacks are needed: what the citizen was told and what the hotline was told.</source>
        <translation>双反馈都要填：怎么答复诉求人，怎么答复热线。</translation>
    </message>
    <message>
        <source>Too soon after the call before: the next one in vain counts from {at}.</source>
        <translation>离上次联系太近：{at} 以后再打，没联系上才算一次。</translation>
    </message>
    <message>
        <source>Somebody else than the handler has to verify. Change the person at the seat.</source>
        <translation>核查不能由承办人自己做，请换人登录坐席。</translation>
    </message>
    <message>
        <source>The case is anonymous; nobody can be called.</source>
        <translation>匿名案件，没有人可以联系。</translation>
    </message>
    <message>
        <source>Choose the result.</source>
        <translation>请选结果。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>There is no office here yet.</source>
        <translation>这里还没有建街道。</translation>
    </message>
    <message>
        <source>The folder is not empty: {folder}. Name another one.</source>
        <translation>文件夹不是空的：{folder}。请换一个。</translation>
    </message>
    <message>
        <source>There is an office here already.</source>
        <translation>这里已经建过街道。</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>请写名称。</translation>
    </message>
    <message>
        <source>Tick at least one count of the part and one of the whole.</source>
        <translation>分子、分母至少各选一项。</translation>
    </message>
    <message>
        <source>Some cases would be counted twice: the counts ticked together overlap.</source>
        <translation>所选各项有重叠，有的案件会计两次。</translation>
    </message>
    <message>
        <source>The part must lie within the whole, or it is no rate.</source>
        <translation>分子必须在分母之内，否则不成比率。</translation>
    </message>
    <message>
        <source>This program does not know one of the grounds.</source>
        <translation>有一项剔除理由本程序不认识。</translation>
    </message>
    <message>
        <source>Target and band are per cent from 0 to 100, the lower end not above the upper.</source>
        <translation>目标和合宜带填 0 到 100 的百分数，下限不高于上限。</translation>
    </message>
    <message>
        <source>“{month}” is no month.</source>
        <translation>“{month}”不是月份。</translation>
    </message>
    <message>
        <source>At most {most} cases are told as examples.</source>
        <translation>典型案件最多选 {most} 件。</translation>
    </message>
    <message>
        <source>This list has columns that cannot be written: {columns}.</source>
        <translation>清单里有写不出的列：{columns}。</translation>
    </message>
    <message>
        <source>The name is too long: at most {most} characters.</source>
        <translation>名称太长，最多 {most} 个字。</translation>
    </message>
    <message>
        <source>The saved view cannot be read. Save it anew.</source>
        <translation>存的视图读不出来，请重新存。</translation>
    </message>
    <message>
        <source>“{phone}” is not a number that can be dialled. Check it.</source>
        <translation>“{phone}”拨不通，请核对号码。</translation>
    </message>
    <message>
        <source>{phone} is the number of {name}. Check the number, or the name.</source>
        <translation>{phone} 是{name}的号码。请核对号码或姓名。</translation>
    </message>
    <message>
        <source>{name} holds this post already.</source>
        <translation>{name}已经是这个岗位了。</translation>
    </message>
    <message>
        <source>“{grid}” is no name for a grid. Write it like A1-01.</source>
        <translation>“{grid}”不能作网格名，请写成 A1-01 这样。</translation>
    </message>
    <message>
        <source>“{grid}” is there already. Give the grid another name.</source>
        <translation>“{grid}”已经有了，请给网格另取一个名字。</translation>
    </message>
    <message>
        <source>Choose how much trouble there is: easy, medium or hard.</source>
        <translation>请选难度：低、中、高。</translation>
    </message>
    <message>
        <source>This drill is not known here.</source>
        <translation>这里没有这次演练。</translation>
    </message>
    <message>
        <source>This drill has ended.</source>
        <translation>这次演练已经结束。</translation>
    </message>
    <message>
        <source>This drill is filed; nothing of it changes any more.</source>
        <translation>这次演练已归档，不再改动。</translation>
    </message>
    <message>
        <source>Not possible now: end, debrief, evaluate, sum up, file - in this order.</source>
        <translation>现在还不行：按结束、讲评、评估、总结、归档的次序来。</translation>
    </message>
    <message>
        <source>The drill is paused. Go on with Space first.</source>
        <translation>演练暂停中。先按空格键继续。</translation>
    </message>
    <message>
        <source>This whistle belongs to another drill.</source>
        <translation>这个哨属于另一次演练。</translation>
    </message>
    <message>
        <source>The scene clock goes 1 to {most} times as fast.</source>
        <translation>情景钟只能走 1 到 {most} 倍。</translation>
    </message>
    <message>
        <source>Every inject was given.</source>
        <translation>情景都放完了。</translation>
    </message>
    <message>
        <source>This inject is not in the script.</source>
        <translation>脚本里没有这条情景。</translation>
    </message>
    <message>
        <source>This inject was given already.</source>
        <translation>这条情景已经放过。</translation>
    </message>
    <message>
        <source>This inject was not given yet.</source>
        <translation>这条情景还没放出。</translation>
    </message>
    <message>
        <source>That was before the inject came. Check the time.</source>
        <translation>那时情景还没放出。请核对时间。</translation>
    </message>
    <message>
        <source>{n} injects have no grade yet. A takes what the record suggests.</source>
        <translation>还有 {n} 条情景没评。按 A 采用按记录的建议。</translation>
    </message>
    <message>
        <source>Only somebody who trains alone has covered injects.</source>
        <translation>只有单人练时情景才盖着。</translation>
    </message>
    <message>
        <source>This call is not known here.</source>
        <translation>这里没有这个来话。</translation>
    </message>
    <message>
        <source>Choose one of the grades.</source>
        <translation>请选优、良、中、差之一。</translation>
    </message>
    <message>
        <source>This aim is not in the drill plan.</source>
        <translation>演练方案里没有这个目标。</translation>
    </message>
    <message>
        <source>This drill plan is out of use. Bring it back first.</source>
        <translation>这个演练方案已停用，先恢复。</translation>
    </message>
    <message>
        <source>There is no script yet. Write at least one inject.</source>
        <translation>还没有情景，至少写一条。</translation>
    </message>
    <message>
        <source>This drill plan has not been approved. Submit it, or train alone with it.</source>
        <translation>这个方案还没批准。先送审，或用它单人练习。</translation>
    </message>
    <message>
        <source>This scenario is not in the library.</source>
        <translation>情景库里没有这个情景。</translation>
    </message>
    <message>
        <source>A scenario of the library needs no approval. Make a drill from it first.</source>
        <translation>情景不用审批，先用它新建演练。</translation>
    </message>
    <message>
        <source>Before it is submitted it needs aims, a script and a stop word. The check says what is missing.</source>
        <translation>送审前要有目标、情景和停止口令，缺什么看检查栏。</translation>
    </message>
    <message>
        <source>It is approved as it stands.</source>
        <translation>现在的内容已批准。</translation>
    </message>
    <message>
        <source>It was not submitted, or was changed since. Submit it again.</source>
        <translation>没有送审，或送审后改过，重新送审。</translation>
    </message>
    <message>
        <source>Say which leader approves it, or sign in at the seat.</source>
        <translation>写明哪位领导批准，或先登录坐席。</translation>
    </message>
    <message>
        <source>Write the minutes after the start as a number from 0 on.</source>
        <translation>开始后第几分钟，写 0 以上的整数。</translation>
    </message>
    <message>
        <source>Write a code of letters, digits and hyphens, such as HZ-01.</source>
        <translation>编号用字母、数字和短横，如 HZ-01。</translation>
    </message>
    <message>
        <source>“{plan}” is the code of a plan already, in use or retired.</source>
        <translation>“{plan}”已经是一个预案的编号（在用或已停用）。</translation>
    </message>
    <message>
        <source>This person is not in the roster.</source>
        <translation>名录里没有这个人。</translation>
    </message>
    <message>
        <source>The PIN is missing or wrong.</source>
        <translation>PIN 没填或不对。</translation>
    </message>
    <message>
        <source>Two different people have to sign. The second one signs in with F10 first.</source>
        <translation>要两个不同的人签字。第二个人先按 F10 换人登录，再签。</translation>
    </message>
    <message>
        <source>Only who is signed in at this seat signs. Switch with F10, then sign.</source>
        <translation>只能由登录在本坐席的人签字。先按 F10 换人，再签。</translation>
    </message>
    <message>
        <source>There is nothing to erase.</source>
        <translation>没有可销毁的。</translation>
    </message>
    <message>
        <source>A limit must be greater than zero.</source>
        <translation>时限要大于零。</translation>
    </message>
    <message>
        <source>Write one to six periods a day, like 09:00-12:00 13:30-17:30.</source>
        <translation>一天写一至六段，如 09:00-12:00 13:30-17:30。</translation>
    </message>
    <message>
        <source>Each period must end after it begins, and begin after the one before.</source>
        <translation>每段止须晚于起，并在前一段之后。</translation>
    </message>
    <message>
        <source>Hours from {day} on stand in the list already.</source>
        <translation>{day} 起的办公时间已在列。</translation>
    </message>
    <message>
        <source>Name at least one condition. For all orders of a grade, change the limit of the grade.</source>
        <translation>至少写一个条件。整个等级要改的，改等级时限。</translation>
    </message>
    <message>
        <source>Choose what the citizen wants from the list.</source>
        <translation>请从列表里选诉求性质。</translation>
    </message>
    <message>
        <source>Choose what the rule watches.</source>
        <translation>请选规则看哪个时限。</translation>
    </message>
    <message>
        <source>Choose before whom the order is brought.</source>
        <translation>请选报给谁。</translation>
    </message>
    <message>
        <source>Choose the leader the rule names.</source>
        <translation>请选指定的领导。</translation>
    </message>
    <message>
        <source>Say which leader took note; nobody is signed in here.</source>
        <translation>请写哪位领导知悉；本坐席未登录。</translation>
    </message>
    <message>
        <source>Between {least} and {most}.</source>
        <translation>请填 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write it like 2026-07-24.</source>
        <translation>“{text}”不是日期，请写成 2026-07-24 这样。</translation>
    </message>
    <message>
        <source>A unit stands twice in the plan.</source>
        <translation>预案里同一单位写了两次。</translation>
    </message>
    <message>
        <source>The text is too long: {most} characters at most.</source>
        <translation>文字太长，最多 {most} 字。</translation>
    </message>
    <message>
        <source>This entry is gone.</source>
        <translation>这一条已经不在了。</translation>
    </message>
    <message>
        <source>This person is not on the shift.</source>
        <translation>这个人不在这一班。</translation>
    </message>
    <message>
        <source>There is no alarm here to take note of.</source>
        <translation>这里没有要知悉的告警。</translation>
    </message>
    <message>
        <source>This reminder does not exist.</source>
        <translation>没有这种提醒。</translation>
    </message>
    <message>
        <source>Say how the call ended: reached, busy or no answer.</source>
        <translation>请记电话结果：已接通、占线，或未接通。</translation>
    </message>
    <message>
        <source>Choose who was told: the main leader or the district.</source>
        <translation>请选报给了谁：主要领导或区里。</translation>
    </message>
    <message>
        <source>This cannot be done with an order.</source>
        <translation>指令不能这样办。</translation>
    </message>
    <message>
        <source>Choose what the finding belongs to: plan, training, equipment, coordination or information.</source>
        <translation>请选属于哪类：预案、培训演练、装备物资、协同配合、信息报送。</translation>
    </message>
    <message>
        <source>These fields do not exist here: {fields}.</source>
        <translation>没有这些栏目：{fields}。</translation>
    </message>
    <message>
        <source>This shift is not known here.</source>
        <translation>本机没有这一班。</translation>
    </message>
    <message>
        <source>A shift has to end after it begins. Check the times.</source>
        <translation>交班要晚于接班，请核对时间。</translation>
    </message>
    <message>
        <source>Nobody is on this shift. Choose who is on duty.</source>
        <translation>这一班没有人，请选当班人员。</translation>
    </message>
    <message>
        <source>Write the post in words.</source>
        <translation>职务请写文字。</translation>
    </message>
    <message>
        <source>Choose a post.</source>
        <translation>请选身份。</translation>
    </message>
    <message>
        <source>Choose who takes the post, and where.</source>
        <translation>请选由谁担任、负责哪里。</translation>
    </message>
    <message>
        <source>Choose the kind of place.</source>
        <translation>请选地点类别。</translation>
    </message>
    <message>
        <source>A length is a number of metres and not below zero.</source>
        <translation>长度请填米数，不能小于零。</translation>
    </message>
    <message>
        <source>Choose the kind of unit.</source>
        <translation>请选单位类别。</translation>
    </message>
    <message>
        <source>Choose the relation: direct, dispatch, request or report.</source>
        <translation>请选关系：直、调、请、报。</translation>
    </message>
    <message>
        <source>Choose the unit of time of the limit.</source>
        <translation>请选时限的单位。</translation>
    </message>
    <message>
        <source>Choose how well the limit is founded: verified, own or unverified.</source>
        <translation>请选时限依据：已核、自定、未核。</translation>
    </message>
    <message>
        <source>The calendar has no days.</source>
        <translation>日历里没有日子。</translation>
    </message>
    <message>
        <source>A category has one to three levels. Write it like “Water/Drains/Blocked”.</source>
        <translation>分类写一到三级，如“供排水/排水/堵塞”。</translation>
    </message>
    <message>
        <source>The data of the office has no office in it.</source>
        <translation>这份街道数据里没有街道。</translation>
    </message>
    <message>
        <source>Choose a letter for this desk.</source>
        <translation>请给这台选一个字母。</translation>
    </message>
    <message>
        <source>This kind of record does not exist here.</source>
        <translation>没有这类记录。</translation>
    </message>
    <message>
        <source>This paper does not exist: {document}.</source>
        <translation>没有这种文书：{document}。</translation>
    </message>
    <message>
        <source>There is nothing here to print yet.</source>
        <translation>这里还没有可打印的内容。</translation>
    </message>
    <message>
        <source>There is no Word copy of “{document}”.</source>
        <translation>“{document}”没有 Word 副本。</translation>
    </message>
    <message>
        <source>The incident is still going on; its data are open to the duty room.</source>
        <translation>事件还在处置，值班室照常使用个人信息。</translation>
    </message>
    <message>
        <source>The personal data were destroyed at {at}.</source>
        <translation>个人信息已于 {at} 销毁。</translation>
    </message>
    <message>
        <source>Choose why personal data are to be erased.</source>
        <translation>请选删除个人信息的事由。</translation>
    </message>
    <message>
        <source>There is no case on the list.</source>
        <translation>清单上没有案件。</translation>
    </message>
    <message>
        <source>At most {most} cases stand on one list; make another one.</source>
        <translation>一份清单最多 {most} 件，请另列一份。</translation>
    </message>
    <message>
        <source>The case is archived; it is kept and read, no longer edited.</source>
        <translation>案件已归档，只查阅，不再修改。</translation>
    </message>
    <message>
        <source>This request to erase is not known here.</source>
        <translation>本机没有这份删除申请。</translation>
    </message>
    <message>
        <source>This request is carried out or declined already.</source>
        <translation>这份申请已经办完。</translation>
    </message>
    <message>
        <source>{n} cases on the list are still in hand. End them first, or take them off the list.</source>
        <translation>清单上有 {n} 件还在办理。先办结，或者从清单去掉。</translation>
    </message>
    <message>
        <source>They are kept as evidence until {until}. End that first.</source>
        <translation>已留作证据到 {until}。先结束留证。</translation>
    </message>
    <message>
        <source>Sign in first: it is logged who opens personal data.</source>
        <translation>先登录：查看个人信息要记名。</translation>
    </message>
    <message>
        <source>Write the assessment: why they have to be kept, and for what.</source>
        <translation>写评估：为什么留，作什么用。</translation>
    </message>
    <message>
        <source>They are not kept as evidence.</source>
        <translation>没有留作证据。</translation>
    </message>
    <message>
        <source>Two people have to sign the list; {count} did.</source>
        <translation>清单要两人签字，现有 {count} 人。</translation>
    </message>
    <message>
        <source>They are destroyed on {at}; until then they are only masked.</source>
        <translation>{at} 才销毁，之前只遮盖。</translation>
    </message>
    <message>
        <source>This does not belong to the incident.</source>
        <translation>这一项不属于本事件。</translation>
    </message>
    <message>
        <source>{most} rows at most in one go.</source>
        <translation>一次最多 {most} 行。</translation>
    </message>
    <message>
        <source>{count} rows cannot be entered as they stand; nothing was entered.</source>
        <translation>有 {count} 行不能补录，一行也没有写入。</translation>
    </message>
    <message>
        <source>This row cannot be read: {text}</source>
        <translation>这一行看不懂：{text}</translation>
    </message>
    <message>
        <source>Nothing here has the number “{number}”.</source>
        <translation>没有编号“{number}”。</translation>
    </message>
    <message>
        <source>Choose what was printed.</source>
        <translation>选打印了什么。</translation>
    </message>
    <message>
        <source>This way of printing does not exist: {way}.</source>
        <translation>没有这种打印方式：{way}。</translation>
    </message>
    <message>
        <source>This report has not been sent yet, so there is nothing to print.</source>
        <translation>这份报告还没报送，没有可打印的。</translation>
    </message>
    <message>
        <source>Files of the kind “{suffix}” cannot be written. Choose one of: {known}.</source>
        <translation>不能写“{suffix}”文件，请选：{known}。</translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}” in {file}. Choose another one.</source>
        <translation>{file} 里没有“{sheet}”这张表，请另选。</translation>
    </message>
    <message>
        <source>There is no column “{column}” in the sheet “{sheet}”. Choose another one.</source>
        <translation>“{sheet}”表里没有“{column}”这一列，请另选。</translation>
    </message>
    <message>
        <source>“{choice}” cannot be read. Check how it is written.</source>
        <translation>“{choice}”读不懂，请检查写法。</translation>
    </message>
    <message>
        <source>The office in {path} is a real one; only the sample office is played with. Leave out --data.</source>
        <translation>{path} 里是正式单位，演示只在样例街道里进行。请去掉 --data。</translation>
    </message>
    <message>
        <source>“{file}” is {found}, not a workbook. Choose an .xlsx, .xls, .ods or .csv file; nothing was changed.</source>
        <translation>“{file}”是{found}，不是表格。请选 .xlsx、.xls、.ods 或 .csv 文件；数据没有改动。</translation>
    </message>
    <message>
        <source>“{file}” is protected by a password. Remove it in the spreadsheet program and choose the file again.</source>
        <translation>“{file}”有密码保护。请在表格软件里取消密码，再选一次。</translation>
    </message>
    <message>
        <source>There are no rows in “{file}”. Choose another file.</source>
        <translation>“{file}”里没有数据行。请换一个文件。</translation>
    </message>
    <message>
        <source>“{file}” is too large to be a list of cases. Export a smaller part; nothing was changed.</source>
        <translation>“{file}”太大，不像案件表。请导出小一些的部分；数据没有改动。</translation>
    </message>
    <message>
        <source>The folder {path} is not there. Connect it, or watch another one.</source>
        <translation>找不到文件夹 {path}。请接上它，或改盯别的文件夹。</translation>
    </message>
    <message>
        <source>In “{file}” these columns were not recognised: {missing}. Say which column is which.</source>
        <translation>“{file}”里认不出这些列：{missing}。请指明哪一列是什么。</translation>
    </message>
    <message>
        <source>Choose which kind of matter it is: one of the kinds a whistle is for.</source>
        <translation>先选事项类别：属于哪一类吹哨事项。</translation>
    </message>
    <message>
        <source>Say what is missing here: authority, resources or other departments.</source>
        <translation>选明缺什么：没权限、没资源，或需多部门。</translation>
    </message>
    <message>
        <source>Nothing is missing to solve this here, so no whistle is needed. Dispatch it as a case.</source>
        <translation>这里有权限也有资源，不用吹哨，按案件派单办。</translation>
    </message>
    <message>
        <source>Write what was tried here first and what came of it.</source>
        <translation>写明自己先做过什么、结果怎样。</translation>
    </message>
    <message>
        <source>Choose the level: street, community or branch.</source>
        <translation>先选级别：街道、社区或支部。</translation>
    </message>
    <message>
        <source>This muster is not known here.</source>
        <translation>这里没有这一哨。</translation>
    </message>
    <message>
        <source>This muster is over; nothing more is entered.</source>
        <translation>这一哨已经结束，不再记录。</translation>
    </message>
    <message>
        <source>Not possible now: the muster is at “{muster_stage}”.</source>
        <translation>现在不行：这一哨在“{muster_stage}”。</translation>
    </message>
    <message>
        <source>The whistle has sounded; what was written stays as it is.</source>
        <translation>哨已吹响，事由不再改。</translation>
    </message>
    <message>
        <source>{unit} is not called at this level: a street calls departments, a community calls sections.</source>
        <translation>这一级不吹{unit}：街道吹部门，社区吹科室。</translation>
    </message>
    <message>
        <source>Choose how it ends: closed or long-term.</source>
        <translation>选怎么结束：关闭或转长期。</translation>
    </message>
    <message>
        <source>Write who was present.</source>
        <translation>写明参会人员。</translation>
    </message>
    <message>
        <source>Write what was decided.</source>
        <translation>写明会议决定。</translation>
    </message>
    <message>
        <source>The draft is from {at}; a meeting before it cannot have judged it.</source>
        <translation>起草在{at}，更早的会不可能研判过它。</translation>
    </message>
    <message>
        <source>Write the number under which it was sent.</source>
        <translation>写明报送文号。</translation>
    </message>
    <message>
        <source>Say by which way it was sent.</source>
        <translation>选报送方式。</translation>
    </message>
    <message>
        <source>The meeting was at {at}. Enter a later time.</source>
        <translation>会议在{at}，时间要比它晚。</translation>
    </message>
    <message>
        <source>It was sent at {at}. Enter a later time.</source>
        <translation>报送在{at}，时间要比它晚。</translation>
    </message>
    <message>
        <source>No member is called yet.</source>
        <translation>还没有叫任何党员。</translation>
    </message>
    <message>
        <source>A member stands there twice.</source>
        <translation>同一名党员写了两次。</translation>
    </message>
    <message>
        <source>Write who it is.</source>
        <translation>写明是谁。</translation>
    </message>
    <message>
        <source>Only a branch calls members; here units report in.</source>
        <translation>只有支部吹哨才叫党员；这里是单位报到。</translation>
    </message>
    <message>
        <source>A branch calls its members, not units.</source>
        <translation>支部吹哨叫党员，不叫单位。</translation>
    </message>
    <message>
        <source>At this level units are called, not people.</source>
        <translation>这一级叫单位，不叫个人。</translation>
    </message>
    <message>
        <source>Members are not rated; only their attendance is kept.</source>
        <translation>党员不评分，只记到岗。</translation>
    </message>
    <message>
        <source>Write where to meet.</source>
        <translation>写明集合地点。</translation>
    </message>
    <message>
        <source>Write the hours as a number from 0 to 1000.</source>
        <translation>时长写0到1000之间的数。</translation>
    </message>
    <message>
        <source>Nobody has reported in yet.</source>
        <translation>还没有人报到。</translation>
    </message>
    <message>
        <source>This joint whistle is not known here.</source>
        <translation>这里没有这件联合联动哨。</translation>
    </message>
    <message>
        <source>Not possible now: the matter stands at “{joint_stage}”.</source>
        <translation>现在不能这样做：事项在“{joint_stage}”。</translation>
    </message>
    <message>
        <source>It was only opened at {at}. Enter a later time.</source>
        <translation>{at} 才登记，请填更晚的时间。</translation>
    </message>
    <message>
        <source>Choose whom it concerns: us, the street next door, the level above.</source>
        <translation>请选范围：本街道、邻街道、上级。</translation>
    </message>
    <message>
        <source>It was found to be no matter for a whistle. Send it back.</source>
        <translation>研判为不属吹哨事项，请退回案件。</translation>
    </message>
    <message>
        <source>The level above was asked already.</source>
        <translation>已经请过上级。</translation>
    </message>
    <message>
        <source>Choose what the level above answered.</source>
        <translation>请选上级的答复。</translation>
    </message>
    <message>
        <source>Choose for which street.</source>
        <translation>请选哪一方街道。</translation>
    </message>
    <message>
        <source>Only a matter of two streets has a second leader.</source>
        <translation>只有跨区平级的事项才有第二位领导。</translation>
    </message>
    <message>
        <source>Write who leads.</source>
        <translation>请写谁牵头。</translation>
    </message>
    <message>
        <source>Write a number at which the leader answers.</source>
        <translation>请写领导能接通的电话。</translation>
    </message>
    <message>
        <source>Write which body it is.</source>
        <translation>请写是哪个单位。</translation>
    </message>
    <message>
        <source>{unit} is neither in our list nor among the partners of this matter. Enter it first.</source>
        <translation>{unit}不在单位名单，也不是本事项的外单位，请先登记。</translation>
    </message>
    <message>
        <source>Write who was there.</source>
        <translation>请写谁到场。</translation>
    </message>
    <message>
        <source>Write who was in the chair.</source>
        <translation>请写主持人。</translation>
    </message>
    <message>
        <source>It ended before it began. Check the times.</source>
        <translation>结束早于开始，请核对时间。</translation>
    </message>
    <message>
        <source>The leader of the street next door is missing. Name them first.</source>
        <translation>缺邻街道的牵头领导，请先明确。</translation>
    </message>
    <message>
        <source>Both streets have to sign. A signature is missing.</source>
        <translation>两个街道都要签字，还缺一方。</translation>
    </message>
    <message>
        <source>The duty table is empty. Add a line first.</source>
        <translation>责任表是空的，请先加一行。</translation>
    </message>
    <message>
        <source>This line is not in the duty table.</source>
        <translation>责任表里没有这一行。</translation>
    </message>
    <message>
        <source>This line is done or taken out.</source>
        <translation>这一行已完成或已移出。</translation>
    </message>
    <message>
        <source>Write by when.</source>
        <translation>请写完成时限。</translation>
    </message>
    <message>
        <source>There is no office time until then. Choose a later day; the clock stands on nights and rest days.</source>
        <translation>到那时没有办公时间，请选更晚的日期；夜间和休息日不计时。</translation>
    </message>
    <message>
        <source>Write who signs.</source>
        <translation>写明谁签发。</translation>
    </message>
    <message>
        <source>Choose what is signed: the table or the verification.</source>
        <translation>请选签什么：责任表或复核。</translation>
    </message>
    <message>
        <source>It was refused already. Rule on that first.</source>
        <translation>已经拒绝过，请先裁定。</translation>
    </message>
    <message>
        <source>Choose the reason of the refusal.</source>
        <translation>请选拒绝原因。</translation>
    </message>
    <message>
        <source>The department refused this line. Rule on that first.</source>
        <translation>部门拒绝了这一项，请先裁定。</translation>
    </message>
    <message>
        <source>Nobody refused this line.</source>
        <translation>没有人拒绝这一项。</translation>
    </message>
    <message>
        <source>Choose what becomes of the refusal.</source>
        <translation>请选如何裁定。</translation>
    </message>
    <message>
        <source>No look-back is due for this matter.</source>
        <translation>这件事没有待做的回头看。</translation>
    </message>
    <message>
        <source>This body has no line in the duty table.</source>
        <translation>这个单位不在责任表里。</translation>
    </message>
    <message>
        <source>This supervision whistle is not known here.</source>
        <translation>这里没有这件监督管理哨。</translation>
    </message>
    <message>
        <source>Not possible now: the cycle stands at “{supervision_stage}”.</source>
        <translation>现在不能这样做：本轮在“{supervision_stage}”。</translation>
    </message>
    <message>
        <source>This department has a running cycle already: {number}.</source>
        <translation>这个部门已有一轮在进行：{number}。</translation>
    </message>
    <message>
        <source>Write at least one matter that is supervised.</source>
        <translation>请至少写一项监督事项。</translation>
    </message>
    <message>
        <source>Choose the sort of the matter.</source>
        <translation>请选事项类别。</translation>
    </message>
    <message>
        <source>It was reminded {most} times. Record what came of it.</source>
        <translation>已提醒 {most} 次，请记录结果。</translation>
    </message>
    <message>
        <source>The department still has time. Silence is recorded after the third reminder has run out.</source>
        <translation>部门还有时间。第三次提醒到期后才能记未通报。</translation>
    </message>
    <message>
        <source>The period has to end after it begins.</source>
        <translation>期间的结束要晚于开始。</translation>
    </message>
    <message>
        <source>“{source}” is no entry about this department in this period. Only facts of the journal count.</source>
        <translation>“{source}”不是这个部门在这段时间的记录。只收日志里的事实。</translation>
    </message>
    <message>
        <source>More than {most} entries. Choose a shorter period.</source>
        <translation>超过 {most} 条，请缩短期间。</translation>
    </message>
    <message>
        <source>Write which leader was told.</source>
        <translation>请写向哪位领导汇报。</translation>
    </message>
    <message>
        <source>Write in which meeting.</source>
        <translation>请写在哪次会议。</translation>
    </message>
    <message>
        <source>The committee evaluates together: tick at least two who took part.</source>
        <translation>评价要集体作出，请至少写两位参加人。</translation>
    </message>
    <message>
        <source>Whoever blew the whistle cannot grade alone. Others have to take part.</source>
        <translation>吹哨人不能单独打分，要有其他人参加。</translation>
    </message>
    <message>
        <source>{unit} is only asked for support: it is evaluated in words, without marks and grade.</source>
        <translation>{unit}是请求支援的单位，只作文字评价，不打分、不定等次。</translation>
    </message>
    <message>
        <source>A weight is missing. Press W and set all three.</source>
        <translation>缺权重，请按 W 设好三项。</translation>
    </message>
    <message>
        <source>Marks go from 0 to {most}.</source>
        <translation>分数为 0 至 {most}。</translation>
    </message>
    <message>
        <source>Write the number of the letter.</source>
        <translation>请写函的文号。</translation>
    </message>
    <message>
        <source>That is done already.</source>
        <translation>这一项已完成。</translation>
    </message>
    <message>
        <source>{count} items are not put right yet.</source>
        <translation>还有 {count} 项没有整改。</translation>
    </message>
    <message>
        <source>Still open on site: {count}. Tick them, or record why not.</source>
        <translation>现场定的事还有{count}件没办完，先勾完。</translation>
    </message>
    <message>
        <source>Write what was done and what proves it.</source>
        <translation>写明办了什么、凭什么证明。</translation>
    </message>
    <message>
        <source>Not yet appraised: {count}. Enter it, or write why not.</source>
        <translation>还有{count}方没评。补上，或写明为什么不评。</translation>
    </message>
    <message>
        <source>A community whistle closes only with its public notice.</source>
        <translation>社区哨要先公示，才能关闭。</translation>
    </message>
    <message>
        <source>Only a community whistle has a public notice.</source>
        <translation>只有社区哨要公示。</translation>
    </message>
    <message>
        <source>This kind of matter is confidential; it gets no notice.</source>
        <translation>这类事项不公开，不出公示。</translation>
    </message>
    <message>
        <source>A number or the name of the person who reported it stands in the notice. Take it out.</source>
        <translation>公示里有号码或诉求人的姓名，先删掉。</translation>
    </message>
    <message>
        <source>Write where it is put up.</source>
        <translation>写明公示在哪里。</translation>
    </message>
    <message>
        <source>Write where the problem came from.</source>
        <translation>写明问题的根源。</translation>
    </message>
    <message>
        <source>Choose what the warning is about.</source>
        <translation>选预警种类。</translation>
    </message>
    <message>
        <source>Choose the colour of the warning.</source>
        <translation>选预警颜色。</translation>
    </message>
    <message>
        <source>Write where the warning came from.</source>
        <translation>写明预警来源。</translation>
    </message>
    <message>
        <source>It has to end after it begins. Check the times.</source>
        <translation>结束要晚于开始，核对时间。</translation>
    </message>
    <message>
        <source>This warning is not known here.</source>
        <translation>这里没有这条预警。</translation>
    </message>
    <message>
        <source>This warning is summed up; nothing more is entered.</source>
        <translation>这条预警已经小结，不再记录。</translation>
    </message>
    <message>
        <source>This warning was lifted already.</source>
        <translation>这条预警已经解除。</translation>
    </message>
    <message>
        <source>The warning still holds. Enter its end first.</source>
        <translation>预警还没解除，先记解除。</translation>
    </message>
    <message>
        <source>The calls have begun; enter a change of the warning instead.</source>
        <translation>叫应已经开始，改为记预警变更。</translation>
    </message>
    <message>
        <source>Say which places it touches, or what to look for.</source>
        <translation>写明影响哪些地方，或要查什么。</translation>
    </message>
    <message>
        <source>This place is not in the roster.</source>
        <translation>名录里没有这个地方。</translation>
    </message>
    <message>
        <source>Judge first whether it touches us.</source>
        <translation>先研判是否影响本街道。</translation>
    </message>
    <message>
        <source>It does not touch us, so nobody is called.</source>
        <translation>不影响本街道，不用叫应。</translation>
    </message>
    <message>
        <source>Nobody is on the list yet.</source>
        <translation>叫应名单还是空的。</translation>
    </message>
    <message>
        <source>At most {most} fit on one list.</source>
        <translation>一份名单最多{most}个。</translation>
    </message>
    <message>
        <source>This one is not on the list.</source>
        <translation>名单上没有这一个。</translation>
    </message>
    <message>
        <source>Choose how it was tried.</source>
        <translation>选叫应方式。</translation>
    </message>
    <message>
        <source>It has answered at {at} already.</source>
        <translation>{at}已经答应过了。</translation>
    </message>
    <message>
        <source>A message that was received is no answer: somebody has to speak.</source>
        <translation>收到消息不算答应：要有人回话。</translation>
    </message>
    <message>
        <source>Choose the response level.</source>
        <translation>选响应级别。</translation>
    </message>
    <message>
        <source>Write how many people are to be moved.</source>
        <translation>写明应转多少人。</translation>
    </message>
    <message>
        <source>{told} are told, but only {planned} were to be moved. Check both.</source>
        <translation>记了{told}人，应转只有{planned}人，核对两个数。</translation>
    </message>
    <message>
        <source>Write who refused to go and what was done about it.</source>
        <translation>写明谁拒转、怎么处理的。</translation>
    </message>
    <message>
        <source>Not told of the end yet: {count}. Call them, or write why not.</source>
        <translation>还有{count}个没答应。接着叫，或写明为什么。</translation>
    </message>
    <message>
        <source>{planned} were to be moved, {moved} were. Make it agree, or write why not.</source>
        <translation>应转{planned}人，已转{moved}人，对不上。补齐，或写明为什么。</translation>
    </message>
    <message>
        <source>Nothing is graded yet.</source>
        <translation>还没有评。</translation>
    </message>
    <message>
        <source>This is not graded here.</source>
        <translation>这里不评这一项。</translation>
    </message>
    <message>
        <source>Choose a grade: excellent, good, fair or poor.</source>
        <translation>选一个等次：优、良、中、差。</translation>
    </message>
    <message>
        <source>“{source}” is no code of a source. Use up to 40 letters and digits, no blanks.</source>
        <translation>“{source}”不能作来源代号。请用不超过 40 个字母数字，不带空格。</translation>
    </message>
    <message>
        <source>An item needs a number and a text.</source>
        <translation>条目要有序号和内容。</translation>
    </message>
    <message>
        <source>Choose one of the six blocks.</source>
        <translation>请从六个板块中选一个。</translation>
    </message>
    <message>
        <source>Choose what part the street has in it.</source>
        <translation>请选择职责性质。</translation>
    </message>
    <message>
        <source>The street only takes part in it: name the department that leads.</source>
        <translation>参与配合的事项，请写明牵头部门。</translation>
    </message>
    <message>
        <source>Choose the sort of basis.</source>
        <translation>请选择依据类型。</translation>
    </message>
    <message>
        <source>Choose where the item comes from.</source>
        <translation>请选择条目来源。</translation>
    </message>
    <message>
        <source>A change of the list needs a reason and the procedure it went by.</source>
        <translation>清单增减要写原因和所经程序。</translation>
    </message>
    <message>
        <source>An item with the number {number} is in the list already.</source>
        <translation>序号{number}在清单里已有条目。</translation>
    </message>
    <message>
        <source>Write who asks for it.</source>
        <translation>请填写来文单位。</translation>
    </message>
    <message>
        <source>Write what is asked for.</source>
        <translation>请填写事项。</translation>
    </message>
    <message>
        <source>This task is not known here.</source>
        <translation>这里没有这项任务。</translation>
    </message>
    <message>
        <source>This step cannot follow now. Check the task against the list first.</source>
        <translation>现在不能走这一步，请先对照清单核对。</translation>
    </message>
    <message>
        <source>Choose what the check found.</source>
        <translation>请选择核对结果。</translation>
    </message>
    <message>
        <source>Choose the item of the list that the task falls under.</source>
        <translation>请选择任务所属的清单条目。</translation>
    </message>
    <message>
        <source>Write the number of the approval.</source>
        <translation>请填写批准文号。</translation>
    </message>
    <message>
        <source>This procedure is not in use.</source>
        <translation>这个流程未在使用。</translation>
    </message>
    <message>
        <source>The case has this procedure already.</source>
        <translation>案件已在用这个流程。</translation>
    </message>
    <message>
        <source>A procedure needs at least one step.</source>
        <translation>流程至少要有一步。</translation>
    </message>
    <message>
        <source>A procedure has at most {most} steps.</source>
        <translation>流程最多{most}步。</translation>
    </message>
    <message>
        <source>Step {step} has no text.</source>
        <translation>第{step}步没有内容。</translation>
    </message>
    <message>
        <source>Step {step} stands there twice.</source>
        <translation>第{step}步重复。</translation>
    </message>
    <message>
        <source>The hours of step {step} cannot be: more than nothing, at most a year.</source>
        <translation>第{step}步的小时数不对：要大于零，最长一年。</translation>
    </message>
    <message>
        <source>The steps of “{group}” run side by side: put them next to each other.</source>
        <translation>“{group}”的步骤并行，请放在一起。</translation>
    </message>
    <message>
        <source>This step is not on the case.</source>
        <translation>案件上没有这一步。</translation>
    </message>
    <message>
        <source>This step was done at {at} already.</source>
        <translation>这一步已于{at}办完。</translation>
    </message>
    <message>
        <source>This step is not done yet.</source>
        <translation>这一步还没有办完。</translation>
    </message>
    <message>
        <source>First these have to join: {steps}.</source>
        <translation>要先办完并行的步骤：{steps}。</translation>
    </message>
    <message>
        <source>Steps behind it are done already: {steps}. Take those back first.</source>
        <translation>后面的步骤已办完：{steps}。请先撤回它们。</translation>
    </message>
    <message>
        <source>This step has to be shown: {evidence}. Write it, or choose a file.</source>
        <translation>这一步要留凭据：{evidence}。请写明，或选附件。</translation>
    </message>
    <message>
        <source>No column tells the text of the items. Choose it by hand.</source>
        <translation>没有找到“职责事项”列，请手工选择。</translation>
    </message>
    <message>
        <source>No item was found in this sheet.</source>
        <translation>这张表里没有找到条目。</translation>
    </message>
    <message>
        <source>Choose another case: this one cannot be merged with itself.</source>
        <translation>请选另一件：不能与自身并案。</translation>
    </message>
    <message>
        <source>{number} was merged already. Take the case in which it goes on.</source>
        <translation>{number} 已并案，请选它并入的那一件。</translation>
    </message>
    <message>
        <source>{number} has ended. Link the two as a repeat call instead.</source>
        <translation>{number} 已办结，请按重复来电关联。</translation>
    </message>
    <message>
        <source>{number} has ended and keeps its own end. Link the two instead.</source>
        <translation>{number} 已办结，保留其办理结果，请改为关联。</translation>
    </message>
    <message>
        <source>This case was merged into {number} itself. Take it out there first.</source>
        <translation>本件已并入 {number}，请先在那里拆出。</translation>
    </message>
    <message>
        <source>More than {most} cases in one: open a topic for them instead of merging on.</source>
        <translation>一件中并案超过 {most} 件：请改立专题，不再并案。</translation>
    </message>
    <message>
        <source>This case is not merged.</source>
        <translation>本件没有并案。</translation>
    </message>
    <message>
        <source>This way of linking does not exist.</source>
        <translation>没有这种关联方式。</translation>
    </message>
    <message>
        <source>It is linked with {number} already.</source>
        <translation>已与 {number} 关联。</translation>
    </message>
    <message>
        <source>These two are not linked.</source>
        <translation>这两件没有关联。</translation>
    </message>
    <message>
        <source>This attachment cannot be read.</source>
        <translation>这个附件无法读取。</translation>
    </message>
    <message>
        <source>The same file is attached to this case already.</source>
        <translation>本件已有同一个附件。</translation>
    </message>
    <message>
        <source>A case takes at most {most} attachments.</source>
        <translation>一件最多 {most} 个附件。</translation>
    </message>
    <message>
        <source>This file is not attached to the case.</source>
        <translation>本件没有这个附件。</translation>
    </message>
    <message>
        <source>This nature of a matter does not exist.</source>
        <translation>没有这种诉求性质。</translation>
    </message>
    <message>
        <source>This file is empty. Choose another one.</source>
        <translation>这个文件是空的，请另选。</translation>
    </message>
    <message>
        <source>Pictures, recordings, films, PDF, Word and Excel files are taken; this is none of them.</source>
        <translation>可添加图片、录音、视频、PDF、Word、Excel 文件，这个文件不在其中。</translation>
    </message>
    <message>
        <source>This file is too large: at most {most} MB for its kind.</source>
        <translation>文件太大：此类最大 {most} MB。</translation>
    </message>
    <message>
        <source>This rule is not known here.</source>
        <translation>没有这条规则。</translation>
    </message>
    <message>
        <source>Choose what the rule looks at.</source>
        <translation>选规则看什么。</translation>
    </message>
    <message>
        <source>Choose by what the rule counts.</source>
        <translation>选规则按什么计。</translation>
    </message>
    <message>
        <source>Write at least one word that must be there.</source>
        <translation>至少写一个要算的词。</translation>
    </message>
    <message>
        <source>This reminder is not known here.</source>
        <translation>没有这条提醒。</translation>
    </message>
    <message>
        <source>This reminder is closed already.</source>
        <translation>这条提醒已经关闭。</translation>
    </message>
    <message>
        <source>It was sent already; its case goes on.</source>
        <translation>已经派过，案件在办。</translation>
    </message>
    <message>
        <source>A reminder is useful or false.</source>
        <translation>提醒只分有用和误报。</translation>
    </message>
    <message>
        <source>Write what was done.</source>
        <translation>写做了什么。</translation>
    </message>
    <message>
        <source>Months go from 1 to 12.</source>
        <translation>月份是 1 到 12。</translation>
    </message>
    <message>
        <source>This topic is not known here.</source>
        <translation>没有这个专题。</translation>
    </message>
    <message>
        <source>This topic is closed.</source>
        <translation>这个专题已经结束。</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>没有选中。</translation>
    </message>
    <message>
        <source>At most {most} fit.</source>
        <translation>最多 {most} 处。</translation>
    </message>
    <message>
        <source>This hazard is not on the list.</source>
        <translation>清单里没有这处隐患。</translation>
    </message>
    <message>
        <source>This hazard is on the list already.</source>
        <translation>这处隐患已在清单里。</translation>
    </message>
    <message>
        <source>This hazard was dispatched; its case goes on.</source>
        <translation>这处隐患已派单，案件在办。</translation>
    </message>
    <message>
        <source>Choose how likely it is.</source>
        <translation>选可能性大小。</translation>
    </message>
    <message>
        <source>Choose how far the repair is.</source>
        <translation>选整改进度。</translation>
    </message>
    <message>
        <source>No hazard is on the list yet.</source>
        <translation>还没有列入隐患。</translation>
    </message>
    <message>
        <source>Choose what the look-back found.</source>
        <translation>选回头看的结果。</translation>
    </message>
    <message>
        <source>Say where it is: a place of the roster, or words.</source>
        <translation>请写明在哪里：名录中的点位，或文字说明。</translation>
    </message>
    <message>
        <source>At most {most} cases belong to one problem. Part it into two.</source>
        <translation>一个问题最多{most}件案件，请分成两个。</translation>
    </message>
    <message>
        <source>This problem is not in the bank.</source>
        <translation>问题库里没有这个问题。</translation>
    </message>
    <message>
        <source>The problem stands at “{problem_stage}”; that does not follow now.</source>
        <translation>这个问题现在是“{problem_stage}”，还走不到这一步。</translation>
    </message>
    <message>
        <source>Tell how likely it is, when it presses and how bad it is.</source>
        <translation>请写明可能性、时段和后果。</translation>
    </message>
    <message>
        <source>This measure is done already, or there is none such.</source>
        <translation>这项措施已完成，或没有这项措施。</translation>
    </message>
    <message>
        <source>There is no such consultation.</source>
        <translation>没有这次会商。</translation>
    </message>
    <message>
        <source>The consultation stands at “{consultation_stage}”; that does not follow now.</source>
        <translation>这次会商现在是“{consultation_stage}”，还走不到这一步。</translation>
    </message>
    <message>
        <source>An item is about a case, a problem, a proposal or a matter.</source>
        <translation>议题只能是案件、问题、提案或事项。</translation>
    </message>
    <message>
        <source>This stands on the agenda already.</source>
        <translation>议程上已经有了。</translation>
    </message>
    <message>
        <source>A decision was made on it; it stays on the agenda.</source>
        <translation>这个议题已有议定事项，不能撤下。</translation>
    </message>
    <message>
        <source>At most {most} items go on one agenda. Plan a second consultation.</source>
        <translation>一次议程最多 {most} 项，请另开一次会商。</translation>
    </message>
    <message>
        <source>Put something on the agenda first.</source>
        <translation>议程还是空的，请先加议题。</translation>
    </message>
    <message>
        <source>Items without a decision or what was said: {n}. Write it down, then the minutes.</source>
        <translation>还有 {n} 个议题没有议定事项也没有记录，写完再出纪要。</translation>
    </message>
    <message>
        <source>Decisions still open: {n}. End each of them first.</source>
        <translation>还有 {n} 项议定事项没有办结，请逐项办结。</translation>
    </message>
    <message>
        <source>Write who signs the minutes.</source>
        <translation>请写明纪要由谁签发。</translation>
    </message>
    <message>
        <source>A unit is invited, came, is excused or missed it.</source>
        <translation>单位只能是已通知、到会、请假或未到。</translation>
    </message>
    <message>
        <source>There is no such proposal.</source>
        <translation>没有这件提案。</translation>
    </message>
    <message>
        <source>The proposal stands at “{proposal_stage}”; that does not follow now.</source>
        <translation>这件提案现在是“{proposal_stage}”，还走不到这一步。</translation>
    </message>
    <message>
        <source>Choose where the proposal came up.</source>
        <translation>请选择提案从哪里来。</translation>
    </message>
    <message>
        <source>A result needs both: how many are entitled and how many voted.</source>
        <translation>表决结果要写明应投票数和投票数。</translation>
    </message>
    <message>
        <source>The numbers do not agree: a part cannot be more than its whole.</source>
        <translation>数字对不上：部分不能大于总数。</translation>
    </message>
    <message>
        <source>The vote has not passed: turnout or share is below the limit. Vote again, or do not adopt it.</source>
        <translation>表决没有通过：参与比例或赞成比例不够。请重新表决，或不立项。</translation>
    </message>
    <message>
        <source>Ask those concerned how it turned out before it is closed.</source>
        <translation>办结前请先征求相关居民的评价。</translation>
    </message>
    <message>
        <source>The limit “{key}” is not in the settings. List it, then try again.</source>
        <translation>设置里没有时限“{key}”，请先补上再办。</translation>
    </message>
    <message>
        <source>It was disputed {most} times. The special team decides now who has the duty (M).</source>
        <translation>已退单 {most} 次，现在由专班裁定谁承办（M）。</translation>
    </message>
    <message>
        <source>This unit has disputed the duty already; a ruling is awaited.</source>
        <translation>该单位已提出职责争议，等待裁定。</translation>
    </message>
    <message>
        <source>The duty could be disputed until {at}; now it is handled.</source>
        <translation>职责争议应在 {at} 前提出，现在先办理。</translation>
    </message>
    <message>
        <source>Nobody disputes the duty; there is nothing to decide.</source>
        <translation>没有单位提出职责争议，不用裁定。</translation>
    </message>
    <message>
        <source>Then nobody would lead. Name a section or department that leads.</source>
        <translation>这样就没有主办单位了。请指定一个科室或部门主办。</translation>
    </message>
    <message>
        <source>Choose 110, 119, 120 or 122.</source>
        <translation>请选择 110、119、120 或 122。</translation>
    </message>
    <message>
        <source>It was handed to {service} at {at}. Write a note for a further call.</source>
        <translation>{at} 已转 {service}。再次联系请记一笔。</translation>
    </message>
    <message>
        <source>Choose the leader, or write the name.</source>
        <translation>请选择领导，或写明姓名。</translation>
    </message>
    <message>
        <source>Nobody approves what they asked for themselves. Choose another leader.</source>
        <translation>自己申请的不能自己批。请选择另一位领导。</translation>
    </message>
    <message>
        <source>A leader has to decide about more time first: grant or deny it.</source>
        <translation>延期申请还没有批：先由领导同意或不同意。</translation>
    </message>
    <message>
        <source>This order has no limit, so there is nothing to extend.</source>
        <translation>这件没有时限，不用延期。</translation>
    </message>
    <message>
        <source>It was given more time once; a second time is not possible.</source>
        <translation>已延期过一次，不能再延。</translation>
    </message>
    <message>
        <source>Write the new date.</source>
        <translation>请写明新期限。</translation>
    </message>
    <message>
        <source>The new date has to lie after the limit ({day}).</source>
        <translation>新期限应晚于原期限（{day}）。</translation>
    </message>
    <message>
        <source>Write what the citizen was told and what they said.</source>
        <translation>请写明怎样告知诉求人、诉求人怎么说。</translation>
    </message>
    <message>
        <source>A suspension was asked for; a leader has to decide.</source>
        <translation>已申请挂账，等领导批。</translation>
    </message>
    <message>
        <source>Write the plan: what is done until the obstacle is gone.</source>
        <translation>请写明计划：障碍消除前做些什么。</translation>
    </message>
    <message>
        <source>The date has to lie ahead.</source>
        <translation>日期应在今后。</translation>
    </message>
    <message>
        <source>Nobody asked for a suspension. Ask first, with obstacle and plan.</source>
        <translation>还没有申请挂账。先写明障碍和计划再申请。</translation>
    </message>
    <message>
        <source>This unit has not signed for it yet.</source>
        <translation>该单位还没有签收。</translation>
    </message>
    <message>
        <source>This unit has fed back already.</source>
        <translation>该单位已经反馈过。</translation>
    </message>
    <message>
        <source>Choose one of the answers.</source>
        <translation>请选择一个答复。</translation>
    </message>
    <message>
        <source>The citizen says it is not solved. Do it again, or close it as explained.</source>
        <translation>诉求人说没有解决。请重办，或按解释说明办结。</translation>
    </message>
    <message>
        <source>It was not handed to an emergency service.</source>
        <translation>这件没有转过 110、119、120、122。</translation>
    </message>
    <message>
        <source>No suspension was approved for it.</source>
        <translation>这件没有批准过挂账。</translation>
    </message>
    <message>
        <source>Every receiver feeds back to both sides first; then it can be closed.</source>
        <translation>每个承办单位都双反馈后才能办结。</translation>
    </message>
    <message>
        <source>The citizen has to be called back first: an answer, or three calls in vain.</source>
        <translation>办结前要回访：有答复，或三次未接通。</translation>
    </message>
    <message>
        <source>Nobody can be asked, so a public notice of the result comes before the closing (M).</source>
        <translation>无法回访诉求人，办结前要公示结果（M）。</translation>
    </message>
    <message>
        <source>One more look back is planned for {day}; it is filed after that.</source>
        <translation>还有一次回头看定在 {day}，之后再归档。</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Matter, in a few words</source>
        <translation>事项（一句话）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>In the caller's words</source>
        <translation>来电原话</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>How found</source>
        <translation>发现途径</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Register a case</source>
        <translation>登记案件</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>name, part of it, initials or number</source>
        <translation>名称、片段、首字母或编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>words or initials</source>
        <translation>文字或首字母</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>诉求性质</translation>
    </message>
    <message>
        <source>People who say the same</source>
        <translation>联名人数</translation>
    </message>
    <message>
        <source>empty for one</source>
        <translation>一人可不填</translation>
    </message>
    <message>
        <source>Number of its source</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>wants to stay anonymous</source>
        <translation>要求匿名</translation>
    </message>
    <message>
        <source>found by ourselves, nobody complained</source>
        <translation>未诉先办（主动发现）</translation>
    </message>
    <message>
        <source>Register and dispatch</source>
        <translation>登记并派单</translation>
    </message>
    <message>
        <source>Register and hand to</source>
        <translation>登记并转</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} 米</translation>
    </message>
    <message>
        <source>at this place in {days} days: {n}</source>
        <translation>同一地点 {days} 日内 {n} 件</translation>
    </message>
    <message>
        <source>{place} · Enter takes it</source>
        <translation>{place} · 回车选定</translation>
    </message>
    <message>
        <source>Not in the roster: kept in words</source>
        <translation>名录中没有，按文字保存</translation>
    </message>
    <message>
        <source>Type the place: who answers for it stands here</source>
        <translation>输入地点，这里显示网格、街巷长和责任单位</translation>
    </message>
    <message>
        <source>Nobody in the roster answers for this place</source>
        <translation>名录中此处无责任人</translation>
    </message>
    <message>
        <source>Who leads: choose the kind first</source>
        <translation>主办单位：先选类别</translation>
    </message>
    <message>
        <source>leads: {unit}</source>
        <translation>主办：{unit}</translation>
    </message>
    <message>
        <source>assists: {unit}</source>
        <translation>协办：{unit}</translation>
    </message>
    <message>
        <source>leads most cases of this kind</source>
        <translation>此类案件多由其主办</translation>
    </message>
    <message>
        <source>No limit for this order</source>
        <translation>本单不设时限</translation>
    </message>
    <message>
        <source>Limit: until {due} · {left}</source>
        <translation>时限：至 {due} · {left}</translation>
    </message>
    <message>
        <source>Register and merge</source>
        <translation>登记并并案</translation>
    </message>
    <message>
        <source>Who leads is not known yet: register it, then choose the units.</source>
        <translation>尚无建议主办单位：请先登记，再选承办单位。</translation>
    </message>
    <message>
        <source>There is no kind “{words}”: ↓ shows all, or leave it empty.</source>
        <translation>没有“{words}”这个类别：按 ↓ 看全部，或者空着。</translation>
    </message>
    <message>
        <source>Kind, in words: {words}</source>
        <translation>类别（原话）：{words}</translation>
    </message>
    <message>
        <source>{words} · provisional</source>
        <translation>{words} · 暂定</translation>
    </message>
    <message>
        <source>The place is not recognised yet; type a street or building of the roster.</source>
        <translation>地点还认不出；请打名录里的街巷或楼院。</translation>
    </message>
    <message>
        <source>sounds like: {names}</source>
        <translation>别和这些弄混：{names}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>暂不分类</translation>
    </message>
    <message>
        <source>same number of its source</source>
        <translation>同一来源编号</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>同一号码</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>同一地点</translation>
    </message>
    <message>
        <source>same community</source>
        <translation>同一社区</translation>
    </message>
    <message>
        <source>same kind</source>
        <translation>同类</translation>
    </message>
    <message>
        <source>like words</source>
        <translation>措辞相近</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>重复来电</translation>
    </message>
    <message>
        <source>M merge · L repeat call · Enter open</source>
        <translation>M 并案 · L 重复来电 · Enter 打开</translation>
    </message>
    <message>
        <source>May be the same</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>May be the same: {n}</source>
        <translation>疑似重复：{n} 件</translation>
    </message>
    <message>
        <source>Nothing like it found</source>
        <translation>未发现相近案件</translation>
    </message>
</context>
<context>
    <name>RejectsKeeper</name>
    <message>
        <source>The rejected rows lie at {path}</source>
        <translation>未导入的行已存到 {path}</translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message>
        <source>Entry before</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>Entry after</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>drag the knob: board, post, facts and story go to that moment</source>
        <translation>拖动滑块，报到、指挥部、要点和经过都回到那一刻</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>as known then</source>
        <translation>按当时所知</translation>
    </message>
    <message>
        <source>Answered by then</source>
        <translation>此刻响应</translation>
    </message>
    <message>
        <source>Arrived by then</source>
        <translation>此刻到场</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>What happened around then</source>
        <translation>前后发生了什么</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>按实际发生</translation>
    </message>
    <message>
        <source>The departments at that moment</source>
        <translation>那一刻的部门</translation>
    </message>
    <message>
        <source>nobody is waited for</source>
        <translation>没有在等的部门</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} 倍速</translation>
    </message>
</context>
<context>
    <name>ReplaySlider</name>
    <message>
        <source>Moment of the replay</source>
        <translation>回放到哪一刻</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Time received</source>
        <translation>接报时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>Time of the event</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>事件性质</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Loss, casualties</source>
        <translation>损失伤亡</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>发展趋势</translation>
    </message>
    <message>
        <source>Leaders and measures</source>
        <translation>领导和措施</translation>
    </message>
    <message>
        <source>Requests, suggestions</source>
        <translation>请求与建议</translation>
    </message>
    <message>
        <source>Initial report</source>
        <translation>初报</translation>
    </message>
    <message>
        <source>Update {n}</source>
        <translation>续报 {n}</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>终报</translation>
    </message>
    <message>
        <source>Supplement {n}</source>
        <translation>补报 {n}</translation>
    </message>
    <message>
        <source>Initial report by phone</source>
        <translation>电话初报</translation>
    </message>
    <message>
        <source>Initial report in writing</source>
        <translation>书面初报</translation>
    </message>
    <message>
        <source>Changed casualties again</source>
        <translation>伤亡变化补报</translation>
    </message>
    <message>
        <source>case {time}</source>
        <translation>案件 {time}</translation>
    </message>
    <message>
        <source>whistle {time}</source>
        <translation>吹哨单 {time}</translation>
    </message>
    <message>
        <source>first guess {time}</source>
        <translation>初判 {time}</translation>
    </message>
    <message>
        <source>place confirmed {time}</source>
        <translation>地点确认 {time}</translation>
    </message>
    <message>
        <source>key fact {time}</source>
        <translation>要点 {time}</translation>
    </message>
    <message>
        <source>log {time}</source>
        <translation>情况 {time}</translation>
    </message>
    <message>
        <source>leader {time}</source>
        <translation>领导到场 {time}</translation>
    </message>
    <message>
        <source>first action {time}</source>
        <translation>先期处置 {time}</translation>
    </message>
    <message>
        <source>command post {time}</source>
        <translation>指挥部 {time}</translation>
    </message>
    <message>
        <source>report-in board</source>
        <translation>报到板</translation>
    </message>
    <message>
        <source>orders {n}</source>
        <translation>指令 {n} 条</translation>
    </message>
    <message>
        <source>report {n}, {time}</source>
        <translation>第 {n} 期 {time}</translation>
    </message>
    <message>
        <source>by hand {time}</source>
        <translation>人工填写 {time}</translation>
    </message>
    <message>
        <source>not on record</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>as reported: {text}</source>
        <translation>同上次：{text}</translation>
    </message>
    <message>
        <source>nothing to say yet</source>
        <translation>还没有要写的</translation>
    </message>
    <message>
        <source>not repeated</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>{source}; the record says more</source>
        <translation>{source}，有新记录</translation>
    </message>
    <message>
        <source>by now: {text}</source>
        <translation>后来：{text}</translation>
    </message>
    <message>
        <source>The ten items</source>
        <translation>十项</translation>
    </message>
    <message>
        <source>Text of the item</source>
        <translation>本项文字</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Reached (played; nobody outside is told)</source>
        <translation>接报人（扮演，不对外报）</translation>
    </message>
    <message>
        <source>Who was reached at the district</source>
        <translation>区里接报人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>复述</translation>
    </message>
    <message>
        <source>they read it back, no error</source>
        <translation>对方复述无误</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>对方怎么说</translation>
    </message>
    <message>
        <source>Told by phone</source>
        <translation>电话已报</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>When they agreed</source>
        <translation>同意的时间</translation>
    </message>
    <message>
        <source>Agreed by word of mouth</source>
        <translation>口头同意</translation>
    </message>
    <message>
        <source>Sign the report</source>
        <translation>审签</translation>
    </message>
    <message>
        <source>Record, signature owed</source>
        <translation>记入，待补签</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>It goes out now; the leader signs later. The text stands from here on.</source>
        <translation>先报出去，领导回来补签。文字从此不再变。</translation>
    </message>
    <message>
        <source>The text stands from here on; what is learnt later goes into the next report.</source>
        <translation>签发后文字不再变，之后的情况写进下一报。</translation>
    </message>
    <message>
        <source>Sign afterwards</source>
        <translation>补签</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>回执号</translation>
    </message>
    <message>
        <source>Kept as an exercise</source>
        <translation>留存演练稿</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>we read it back to them</source>
        <translation>我方已复述</translation>
    </message>
    <message>
        <source>An instruction from above</source>
        <translation>记一条指示</translation>
    </message>
    <message>
        <source>Key facts</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Empty stays unknown. Write 0 only when somebody said that there is none.</source>
        <translation>空着就是不明。有人说没有，才写 0。</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>correct them in the file and import it again</source>
        <translation>在原表改好后再导一次</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>结果说明</translation>
    </message>
    <message>
        <source>Rows that came in</source>
        <translation>导入的行</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>Bring in the rest</source>
        <translation>继续导入其余</translation>
    </message>
    <message>
        <source>See the cases</source>
        <translation>看案件</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>另存未导入的行</translation>
    </message>
    <message>
        <source>Rejected {n}</source>
        <translation>不收 {n}</translation>
    </message>
    <message>
        <source>Came in {n}</source>
        <translation>导入 {n}</translation>
    </message>
    <message>
        <source>the newest first</source>
        <translation>新的在前</translation>
    </message>
    <message>
        <source>Stopped half-way: {n} brought in</source>
        <translation>中途停下：已导入 {n} 件</translation>
    </message>
    <message>
        <source>Known numbers told anew: {n}</source>
        <translation>没有新案件，更新了 {n} 件</translation>
    </message>
    <message>
        <source>Nothing new: everything was here already</source>
        <translation>没有新内容：都已在库中</translation>
    </message>
    <message>
        <source>Nothing was brought in</source>
        <translation>没有导入任何内容</translation>
    </message>
    <message>
        <source>cases brought in: {n}</source>
        <translation>已导入 {n} 件案件</translation>
    </message>
    <message>
        <source>categories listed: {n}</source>
        <translation>已列入 {n} 个分类</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>已在库中</translation>
    </message>
    <message>
        <source>left as they were</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不收</translation>
    </message>
    <message>
        <source>ended {ended} · history {history} · live {live}</source>
        <translation>已办结 {ended} · 历史 {history} · 在办 {live}</translation>
    </message>
    <message>
        <source>see below</source>
        <translation>见下表</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>stopped before them</source>
        <translation>还没轮到就停下了</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>还没处理</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>rows read: {n}</source>
        <translation>读了 {n} 行</translation>
    </message>
    <message>
        <source>told anew {n}</source>
        <translation>其中更新 {n}</translation>
    </message>
    <message>
        <source>What was brought in stays and is complete.</source>
        <translation>已导入的都保留，而且完整。</translation>
    </message>
    <message>
        <source>Bringing in the rest takes only what is not here yet.</source>
        <translation>继续导入只补还没有的。</translation>
    </message>
    <message>
        <source>{reason}: rows {n}</source>
        <translation>{reason}：{n} 行</translation>
    </message>
    <message>
        <source>{sheet}: {created} created, {there} here already, {rejected} rejected</source>
        <translation>{sheet}：新增 {created}，已在库中 {there}，不收 {rejected}</translation>
    </message>
    <message>
        <source>Kept beside the data: {path}</source>
        <translation>报告存在数据旁：{path}</translation>
    </message>
    <message>
        <source>bring in the rest</source>
        <translation>继续导入其余</translation>
    </message>
    <message>
        <source>see the cases</source>
        <translation>看案件</translation>
    </message>
    <message>
        <source>rejected, came in</source>
        <translation>不收的、导入的</translation>
    </message>
    <message>
        <source>save the rejected rows</source>
        <translation>另存未导入的行</translation>
    </message>
    <message>
        <source>open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>copy it</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>Information reports</source>
        <translation>信息报送</translation>
    </message>
    <message>
        <source>copy the text</source>
        <translation>复制文稿</translation>
    </message>
    <message>
        <source>told by phone</source>
        <translation>电话已报</translation>
    </message>
    <message>
        <source>items</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>write</source>
        <translation>改</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>比上次</translation>
    </message>
    <message>
        <source>agreed by word of mouth</source>
        <translation>口头同意</translation>
    </message>
    <message>
        <source>instruction</source>
        <translation>记指示</translation>
    </message>
    <message>
        <source>key facts</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>other incident</source>
        <translation>换一件</translation>
    </message>
    <message>
        <source>No incident to report</source>
        <translation>没有要报的事件</translation>
    </message>
    <message>
        <source>The chain of reports begins with the whistle. F9 blows it.</source>
        <translation>吹哨后报送链自动开始。按 F9 吹哨。</translation>
    </message>
    <message>
        <source>Chain of reports</source>
        <translation>报送链</translation>
    </message>
    <message>
        <source>limits as set; source: settings</source>
        <translation>时限可改，出处见设置</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>已报告的人</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Also being reported</source>
        <translation>另一件在报</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>filled from the record; what a person wrote stands, later facts are only hinted at</source>
        <translation>由记录填好，改哪项就以人写的为准，后来的记录只提示</translation>
    </message>
    <message>
        <source>blue: new since the last report</source>
        <translation>蓝字为上次报后新情况</translation>
    </message>
    <message>
        <source>An instruction</source>
        <translation>记一条指示</translation>
    </message>
    <message>
        <source>read back, with the name; I writes the last one into item 10</source>
        <translation>要复述，记姓名；按 I 写入第 10 项</translation>
    </message>
    <message>
        <source>What those above said</source>
        <translation>区里指示与回话</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>item by item</source>
        <translation>逐项对照</translation>
    </message>
    <message>
        <source>Agreed orally, signature owed</source>
        <translation>口头同意，待补签</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>审签</translation>
    </message>
    <message>
        <source>{report}, ten items</source>
        <translation>{report} · 十项</translation>
    </message>
    <message>
        <source>in item 10</source>
        <translation>已写入第 10 项</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>已复述</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>未复述</translation>
    </message>
    <message>
        <source>reported {n}, in hand {m}</source>
        <translation>已报 {n} · 在办 {m}</translation>
    </message>
    <message>
        <source>main leader</source>
        <translation>主要领导</translation>
    </message>
    <message>
        <source>district</source>
        <translation>区</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>by phone, read back</source>
        <translation>电话，已复述</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>casualties, {n} days left</source>
        <translation>伤亡变化，剩 {n} 天</translation>
    </message>
    <message>
        <source>the first report: nothing to compare with</source>
        <translation>第一份报告，没有可比的</translation>
    </message>
    <message>
        <source>against {report}: {items}</source>
        <translation>比{report}：{items}有变</translation>
    </message>
    <message>
        <source>against {report}: nothing has changed</source>
        <translation>比{report}：没有变化</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>第 {n} 版</translation>
    </message>
    <message>
        <source>to be signed</source>
        <translation>待审签</translation>
    </message>
    <message>
        <source>{name}, signature owed</source>
        <translation>{name}，待补签</translation>
    </message>
    <message>
        <source>written by {name}</source>
        <translation>拟稿 {name}</translation>
    </message>
    <message>
        <source>to be kept as an exercise</source>
        <translation>留存演练稿</translation>
    </message>
    <message>
        <source>to be delivered</source>
        <translation>送达区里</translation>
    </message>
    <message>
        <source>Sign afterwards</source>
        <translation>补签</translation>
    </message>
    <message>
        <source>Keep as an exercise</source>
        <translation>留存演练稿</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>since the whistle</source>
        <translation>吹哨后</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>place to be confirmed</source>
        <translation>地点待定</translation>
    </message>
    <message>
        <source>commander {name}</source>
        <translation>总指挥 {name}</translation>
    </message>
    <message>
        <source>closed {time}</source>
        <translation>{time} 结束</translation>
    </message>
    <message>
        <source>This report is signed. Deliver it first.</source>
        <translation>这一报已签发，先送达。</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>No item of the report is written yet.</source>
        <translation>报告的要素一项都没写。</translation>
    </message>
    <message>
        <source>The text is in the clipboard. It begins with the mark of the drill.</source>
        <translation>文稿已复制，开头带演练字样。</translation>
    </message>
    <message>
        <source>The text is in the clipboard.</source>
        <translation>文稿已复制。</translation>
    </message>
    <message>
        <source>Laid before the signer</source>
        <translation>已送审</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>This is the first report: there is nothing to compare it with.</source>
        <translation>这是第一份报告，没有可比的。</translation>
    </message>
</context>
<context>
    <name>ResponsibilityScreen</name>
    <message>
        <source>Responsibilities</source>
        <translation>职责清单</translation>
    </message>
    <message>
        <source>what stands in it is ours; what does not is not taken, but for emergencies</source>
        <translation>清单内的街道办；清单外的不接，突发紧急除外</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>block</source>
        <translation>板块</translation>
    </message>
    <message>
        <source>add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>take off or put back</source>
        <translation>减去或恢复</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>enter a document</source>
        <translation>录入来文</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>go to the matter</source>
        <translation>看事项</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>统计案件</translation>
    </message>
    <message>
        <source>next page</source>
        <translation>换页</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>争议</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>counted {time}</source>
        <translation>{time}统计</translation>
    </message>
    <message>
        <source>L counts the cases</source>
        <translation>按 L 统计案件</translation>
    </message>
    <message>
        <source>The closed cases are being counted.</source>
        <translation>正在统计已办结案件。</translation>
    </message>
    <message>
        <source>responsibility list</source>
        <translation>职责清单</translation>
    </message>
    <message>
        <source>admission</source>
        <translation>任务准入</translation>
    </message>
    <message>
        <source>disputed duties</source>
        <translation>职责争议专项清单</translation>
    </message>
    <message>
        <source>File (.xlsx or .csv)</source>
        <translation>文件（.xlsx 或 .csv）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>来文单位</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The check found</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>{n} rows were written to {path}.</source>
        <translation>已写出{n}行：{path}。</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Restore this backup</source>
        <translation>恢复这份备份</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>做于</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>里面有</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>现在这里</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>试恢复</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>恢复以后</translation>
    </message>
    <message>
        <source>{day} {time}, {ago} ago, by program {version}</source>
        <translation>{day} {time}，{ago}前，程序 {version}</translation>
    </message>
    <message>
        <source>entries {n}, cases {cases}, whistles {whistles}</source>
        <translation>{n} 条记录、{cases} 件案件、{whistles} 次吹哨</translation>
    </message>
    <message>
        <source>entries {n}</source>
        <translation>{n} 条记录</translation>
    </message>
    <message>
        <source>; incidents under way: {n}</source>
        <translation>；有 {n} 起正在处置</translation>
    </message>
    <message>
        <source>, {n} of them not in the backup</source>
        <translation>，其中 {n} 条不在备份里</translation>
    </message>
    <message>
        <source>it opens, every entry and signature is whole, the tables fold to the same</source>
        <translation>打得开，每条记录和签名完好，各表算得一样</translation>
    </message>
    <message>
        <source>The window stops for a moment. What is here now is moved aside in the data folder, not deleted. This seat goes on under a new node; sign in again.</source>
        <translation>画面会停一下。现在的数据挪到数据文件夹一边，不删。本机换新节点继续，请重新登录。</translation>
    </message>
    <message>
        <source>Nothing has been changed so far.</source>
        <translation>到现在什么都没动。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不恢复</translation>
    </message>
    <message>
        <source>Put it in place</source>
        <translation>就用它</translation>
    </message>
</context>
<context>
    <name>ReviewFigures</name>
    <message>
        <source>Whole time</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>{time} 结束</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>还没结束</translation>
    </message>
    <message>
        <source>First to arrive</source>
        <translation>首个到场</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>最后响应</translation>
    </message>
    <message>
        <source>Arrived on time</source>
        <translation>按时到场</translation>
    </message>
    <message>
        <source>Median to arrive</source>
        <translation>到场中位</translation>
    </message>
    <message>
        <source>judged departments</source>
        <translation>计时限的部门</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>受伤</translation>
    </message>
    <message>
        <source>Evacuated</source>
        <translation>疏散</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>late {n}</source>
        <translation>逾期 {n}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>not in time {n}</source>
        <translation>未按时 {n}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>post</source>
        <translation>指挥部</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>stand-down</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>drill ended</source>
        <translation>演练结束</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>another incident</source>
        <translation>换事件</translation>
    </message>
    <message>
        <source>play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>10 s</source>
        <translation>前后 10 秒</translation>
    </message>
    <message>
        <source>entry by entry</source>
        <translation>上下事件</translation>
    </message>
    <message>
        <source>as known then</source>
        <translation>当时所知</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>签字与改动</translation>
    </message>
    <message>
        <source>a lesson</source>
        <translation>加教训</translation>
    </message>
    <message>
        <source>change it</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>it is done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>take it out</source>
        <translation>划去</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>show names</source>
        <translation>看姓名</translation>
    </message>
    <message>
        <source>save PDF</source>
        <translation>存 PDF</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>No whistle has been blown yet</source>
        <translation>还没有吹过哨</translation>
    </message>
    <message>
        <source>A review is assembled by itself from what is recorded during an incident or a drill.</source>
        <translation>事件和演练一边记录，复盘一边自动成稿。</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>minutes; after half an hour the scale is compressed</source>
        <translation>分钟；30 分后刻度压缩</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>部门用时</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>报到曲线</translation>
    </message>
    <message>
        <source>Former incidents</source>
        <translation>往次比较</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>the print of {time}</source>
        <translation>{time} 打印</translation>
    </message>
    <message>
        <source>version {n} of {time}</source>
        <translation>第 {n} 版（{time}）</translation>
    </message>
    <message>
        <source>special team</source>
        <translation>专班</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>主管领导</translation>
    </message>
    <message>
        <source>signed: {names}</source>
        <translation>已签：{names}</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>还没签</translation>
    </message>
    <message>
        <source>draft by {day}</source>
        <translation>初稿 {day} 前</translation>
    </message>
    <message>
        <source>final by {day}</source>
        <translation>定稿 {day} 前</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Choose a lesson with a change first</source>
        <translation>请先选一条有改动的教训</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已划去</translation>
    </message>
    <message>
        <source>Sign as the special team</source>
        <translation>以专班名义签</translation>
    </message>
    <message>
        <source>Sign as the leader</source>
        <translation>以主管领导名义签</translation>
    </message>
    <message>
        <source>Sign in at the seat first: who signs has to be known.</source>
        <translation>请先登录坐席：要知道是谁签的。</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签</translation>
    </message>
</context>
<context>
    <name>RoleSheet</name>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>names or units</source>
        <translation>姓名或部门</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Where, what for</source>
        <translation>位置、任务</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>names stay out of what is sent on</source>
        <translation>姓名不随数据外传</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街</translation>
    </message>
    <message>
        <source>Alley</source>
        <translation>巷</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼院</translation>
    </message>
    <message>
        <source>Unit of society</source>
        <translation>社会单位</translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation>集结点</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>安置点</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>地标</translation>
    </message>
    <message>
        <source>Site for a command post</source>
        <translation>指挥部预选点</translation>
    </message>
    <message>
        <source>Store of supplies</source>
        <translation>物资库</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>空缺</translation>
    </message>
    <message>
        <source>vacant since today</source>
        <translation>今日起空缺</translation>
    </message>
    <message>
        <source>vacant for {n} d</source>
        <translation>空缺 {n} 日</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无电话</translation>
    </message>
    <message>
        <source>alleys {n}</source>
        <translation>{n} 巷</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>For</source>
        <translation>负责点位</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>任职自</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>任期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>now</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Left / over</source>
        <translation>剩余 / 超时</translation>
    </message>
    <message>
        <source>streets</source>
        <translation>街巷</translation>
    </message>
    <message>
        <source>keepers</source>
        <translation>两员</translation>
    </message>
    <message>
        <source>no secretary</source>
        <translation>书记空缺</translation>
    </message>
    <message>
        <source>grids {n}</source>
        <translation>{n} 网格</translation>
    </message>
    <message>
        <source>households {n}</source>
        <translation>{n} 户</translation>
    </message>
    <message>
        <source>people {n}</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>{role}: {state}</source>
        <translation>{role}{state}</translation>
    </message>
    <message>
        <source>suggested: deputy {name}</source>
        <translation>建议：替补 {name}</translation>
    </message>
    <message>
        <source>Add number</source>
        <translation>补电话</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Note on the post: {role}</source>
        <translation>岗位备注：{role}</translation>
    </message>
    <message>
        <source>such as {code}-01 {code}-02</source>
        <translation>如 {code}-01 {code}-02</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>{code} · as a unit too: a whistle for a place here calls its duty phone</source>
        <translation>{code} · 同时是单位：这里吹哨就叫它的值班电话</translation>
    </message>
    <message>
        <source>Edit a person</source>
        <translation>修改人员</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>posts held: {n}; name and number change for all of them</source>
        <translation>兼 {n} 岗，姓名电话一改全改</translation>
    </message>
    <message>
        <source>Name of the place</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Belongs to street or alley</source>
        <translation>所属街巷</translation>
    </message>
    <message>
        <source>Length in metres</source>
        <translation>长度（米）</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>such as A1-01 A1-02</source>
        <translation>如 A1-01 A1-02</translation>
    </message>
    <message>
        <source>Note for those who are sent there</source>
        <translation>备注（给到场的人看）</translation>
    </message>
    <message>
        <source>New: {kind}</source>
        <translation>新增{kind}</translation>
    </message>
    <message>
        <source>End a post</source>
        <translation>结束任职</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束任职</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>{name} · posts that end with it: {n}; the history keeps both</source>
        <translation>{name} · 同时结束 {n} 个岗位，历史保留</translation>
    </message>
</context>
<context>
    <name>RosterFinder</name>
    <message>
        <source>Name, street, phone or pinyin initials</source>
        <translation>姓名、街巷、电话，或拼音首字母</translation>
    </message>
    <message>
        <source>Search the roster</source>
        <translation>搜名录</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>搜到的</translation>
    </message>
    <message>
        <source>Nobody and nothing of that name</source>
        <translation>没有叫这个的人或地方</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部收起</translation>
    </message>
    <message>
        <source>Streets and alleys</source>
        <translation>街巷</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>全部 {n}</translation>
    </message>
    <message>
        <source>Vacant {n}</source>
        <translation>空缺 {n}</translation>
    </message>
    <message>
        <source>No number {n}</source>
        <translation>缺电话 {n}</translation>
    </message>
    <message>
        <source>Communities {n}</source>
        <translation>社区 {n}</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
</context>
<context>
    <name>RosterScreen</name>
    <message>
        <source>Roster of chiefs and stewards</source>
        <translation>街巷长名录</translation>
    </message>
    <message>
        <source>streets {streets} · alleys {alleys} · with a chief {filled} / {n}</source>
        <translation>{streets} 街 · {alleys} 巷 · 在岗 {filled} / {n}</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>fold, unfold</source>
        <translation>收起、展开</translation>
    </message>
    <message>
        <source>call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>assign, replace</source>
        <translation>指派、换人</translation>
    </message>
    <message>
        <source>add</source>
        <translation>增补</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束任职</translation>
    </message>
    <message>
        <source>whistle here</source>
        <translation>在此吹哨</translation>
    </message>
    <message>
        <source>The roster is empty</source>
        <translation>名录还是空的</translation>
    </message>
    <message>
        <source>A adds the first community, then its streets, alleys and buildings.</source>
        <translation>按 A 新增社区，再新增街、巷、楼栋。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增补</translation>
    </message>
    <message>
        <source>none entered yet</source>
        <translation>还没有录入</translation>
    </message>
    <message>
        <source>vacant {n}</source>
        <translation>空缺 {n}</translation>
    </message>
    <message>
        <source>all in office</source>
        <translation>全部在岗</translation>
    </message>
    <message>
        <source>Street chiefs</source>
        <translation>街长</translation>
    </message>
    <message>
        <source>Alley chiefs</source>
        <translation>巷长</translation>
    </message>
    <message>
        <source>Alley stewards</source>
        <translation>小巷管家</translation>
    </message>
    <message>
        <source>on {n} of {all} streets</source>
        <translation>{n} / {all} 条街巷有</translation>
    </message>
    <message>
        <source>Building keepers</source>
        <translation>楼院管理员</translation>
    </message>
    <message>
        <source>Unit keepers</source>
        <translation>社会单位管理员</translation>
    </message>
    <message>
        <source>Streets covered</source>
        <translation>覆盖率 · 街巷</translation>
    </message>
    <message>
        <source>{n} of {all} have a chief</source>
        <translation>{n} / {all} 条有人</translation>
    </message>
    <message>
        <source>Vacancies</source>
        <translation>空缺</translation>
    </message>
    <message>
        <source>chiefs, secretaries, keepers</source>
        <translation>街巷长、书记、两员</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>With a number</source>
        <translation>电话可拨</translation>
    </message>
    <message>
        <source>without a number {n}</source>
        <translation>缺电话 {n} 人</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>人人有电话</translation>
    </message>
    <message>
        <source>Nobody answers here yet; R assigns somebody</source>
        <translation>此处还没人负责，按 R 指派</translation>
    </message>
    <message>
        <source>Streets and buildings lie in this community; move them first</source>
        <translation>这个社区还有街巷或楼栋，先改到别处</translation>
    </message>
    <message>
        <source>Alleys belong to this street; move them first</source>
        <translation>这条街下还有巷，请先改归属</translation>
    </message>
    <message>
        <source>New: {kind}</source>
        <translation>新增{kind}</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Entered; the history keeps what was before</source>
        <translation>已录入，原来的留在历史里</translation>
    </message>
</context>
<context>
    <name>RosterSide</name>
    <message>
        <source>Communities</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>covered streets and keepers, secretary</source>
        <translation>街巷与两员覆盖、书记</translation>
    </message>
    <message>
        <source>Holes</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>No hole in the roster</source>
        <translation>名录没有缺口</translation>
    </message>
    <message>
        <source>Every street has a chief, every building and unit its keeper, everybody a number.</source>
        <translation>街巷有街巷长，楼院和单位有管理员，人人有电话。</translation>
    </message>
    <message>
        <source>Nothing entered yet</source>
        <translation>还没有录入</translation>
    </message>
    <message>
        <source>Holes show once places stand here.</source>
        <translation>录入地方以后，这里列出缺口。</translation>
    </message>
    <message>
        <source>{n} to fill</source>
        <translation>待补 {n} 处</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>neither a title nor a text</source>
        <translation>没有标题也没有内容</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>没有时间</translation>
    </message>
    <message>
        <source>the time cannot be read</source>
        <translation>时间读不懂</translation>
    </message>
    <message>
        <source>the time lies in the future</source>
        <translation>时间在将来</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>内容太长</translation>
    </message>
    <message>
        <source>the spreadsheet rounded the number; save that column as text</source>
        <translation>编号被表格软件取整了，请把该列存成文本</translation>
    </message>
    <message>
        <source>another matter has this number already</source>
        <translation>这个编号已经是另一件事</translation>
    </message>
    <message>
        <source>the number stands twice in the file, with different words</source>
        <translation>编号在文件里出现两次，内容不同</translation>
    </message>
    <message>
        <source>the upper level is missing</source>
        <translation>缺上一级分类</translation>
    </message>
    <message>
        <source>the name of a level is too long</source>
        <translation>分类名称太长</translation>
    </message>
    <message>
        <source>the name of a level holds a slash</source>
        <translation>分类名称里有斜杠</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>only added to, never deleted</source>
        <translation>只增不改</translation>
    </message>
    <message>
        <source>{n} in use</source>
        <translation>在用 {n}</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}，{day}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Entered; it holds for orders from now on</source>
        <translation>已登记，对今后的案件生效</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved; orders under way keep what they were given</source>
        <translation>已保存，在办案件时限不变</translation>
    </message>
    <message>
        <source>This cannot be read as it is written.</source>
        <translation>这样写读不出来。</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>停用原因</translation>
    </message>
    <message>
        <source>Taken out of use; the history keeps it</source>
        <translation>已停用，历史保留</translation>
    </message>
</context>
<context>
    <name>SafetySheet</name>
    <message>
        <source>Stop word</source>
        <translation>停止口令</translation>
    </message>
    <message>
        <source>said three times</source>
        <translation>喊三遍</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Safety rules, one a line</source>
        <translation>安全要求，一行一条</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>a new view</source>
        <translation>新视图</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>存为</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>at most {n} characters</source>
        <translation>最多 {n} 个字</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>谁能看</translation>
    </message>
    <message>
        <source>only me</source>
        <translation>只有我</translation>
    </message>
    <message>
        <source>the whole office</source>
        <translation>全街道</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Filters, order and columns are saved; spans such as “this week” move with the day.</source>
        <translation>存筛选、排序和列；“本周”这类时段随日子走。</translation>
    </message>
    <message>
        <source>View saved: {name}</source>
        <translation>视图已存：{name}</translation>
    </message>
</context>
<context>
    <name>SeatSheet</name>
    <message>
        <source>Who sits here</source>
        <translation>谁坐这里</translation>
    </message>
    <message>
        <source>Every entry carries this name. F9 works with nobody signed in.</source>
        <translation>每条记录都署这个名字；没人登录，F9 照样能用。</translation>
    </message>
    <message>
        <source>Name or pinyin initials</source>
        <translation>姓名或拼音首字母</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Leave the seat empty</source>
        <translation>退出，坐席空着</translation>
    </message>
    <message>
        <source>Take the seat</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Not saved; see the strip above. Nothing typed is lost.</source>
        <translation>没存上，原因见上方提示条；打的字都在。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Units and relations</source>
        <translation>单位与关系</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Alarms and tones</source>
        <translation>提醒与声音</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历与节假日</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>案件分类</translation>
    </message>
    <message>
        <source>Office and seats</source>
        <translation>街道与坐席</translation>
    </message>
    <message>
        <source>Data and backups</source>
        <translation>数据与备份</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去那里</translation>
    </message>
    <message>
        <source>go there</source>
        <translation>去那里</translation>
    </message>
    <message>
        <source>Who is called by what right and how fast, with which words: under Drills, Plans.</source>
        <translation>召集谁、凭什么关系、多快到、怎么说：在“演练 · 预案”里改。</translation>
    </message>
    <message>
        <source>Drill plans</source>
        <translation>演练方案</translation>
    </message>
    <message>
        <source>Scenarios, scripts, approval and the calendar of the law: under Drills, Design.</source>
        <translation>情景、脚本、审批和法定到期：在“演练 · 方案”里改。</translation>
    </message>
    <message>
        <source>Personal data, paper kit</source>
        <translation>个人信息与应急卡</translation>
    </message>
    <message>
        <source>Limits of orders</source>
        <translation>案件时限表</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>上报规则</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Erasing personal data</source>
        <translation>删除个人信息</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>choose</source>
        <translation>选</translation>
    </message>
    <message>
        <source>next section</source>
        <translation>下一节</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Look, sound and seat name are of this computer; everything else of the office.</source>
        <translation>外观、声音、坐席名只在本机；其余全处共用。</translation>
    </message>
</context>
<context>
    <name>SheetsPage</name>
    <message>
        <source>Sheets</source>
        <translation>表</translation>
    </message>
    <message>
        <source>ticked ones come in</source>
        <translation>勾选的会导入</translation>
    </message>
    <message>
        <source>First rows of the sheet</source>
        <translation>表的前几行</translation>
    </message>
    <message>
        <source>As it stands in the file</source>
        <translation>原表内容</translation>
    </message>
    <message>
        <source>choose a sheet</source>
        <translation>选表</translation>
    </message>
    <message>
        <source>take it or leave it</source>
        <translation>导或不导</translation>
    </message>
    <message>
        <source>Tick at least one sheet (X).</source>
        <translation>请至少勾选一张表（X）。</translation>
    </message>
    <message>
        <source>{name} · first {n} rows</source>
        <translation>{name} · 前 {n} 行</translation>
    </message>
</context>
<context>
    <name>ShiftSheet</name>
    <message>
        <source>Leader</source>
        <translation>带班</translation>
    </message>
    <message>
        <source>Clerk {n}</source>
        <translation>值班员 {n}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>为什么改</translation>
    </message>
    <message>
        <source>Shift of {day}</source>
        <translation>{day} 的班</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>排上</translation>
    </message>
    <message>
        <source>people of the communities who stay as they are: {n}</source>
        <translation>社区的 {n} 人不变</translation>
    </message>
</context>
<context>
    <name>Slow</name>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>Leader named</source>
        <translation>明确领导</translation>
    </message>
    <message>
        <source>Site survey</source>
        <translation>现场调研</translation>
    </message>
    <message>
        <source>Coordination meeting</source>
        <translation>协调会</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Fed back</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Closed, look-backs</source>
        <translation>关闭、回头看</translation>
    </message>
    <message>
        <source>Waits for the level above</source>
        <translation>待上级</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>已退回案件</translation>
    </message>
    <message>
        <source>within the street</source>
        <translation>本街道</translation>
    </message>
    <message>
        <source>with the street next door</source>
        <translation>跨区平级</translation>
    </message>
    <message>
        <source>request to the level above</source>
        <translation>跨级请求</translation>
    </message>
    <message>
        <source>no authority</source>
        <translation>没权限</translation>
    </message>
    <message>
        <source>no resources</source>
        <translation>没资源</translation>
    </message>
    <message>
        <source>needs several departments</source>
        <translation>需多部门</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done in part</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>Cannot be done</source>
        <translation>办不成</translation>
    </message>
    <message>
        <source>not our duty</source>
        <translation>不属职责</translation>
    </message>
    <message>
        <source>short of forces</source>
        <translation>力量不足</translation>
    </message>
    <message>
        <source>superior must approve</source>
        <translation>需上级批准</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>the duty stays</source>
        <translation>维持</translation>
    </message>
    <message>
        <source>relieved of it</source>
        <translation>免除</translation>
    </message>
    <message>
        <source>put before the district</source>
        <translation>报区裁定</translation>
    </message>
    <message>
        <source>takes the matter over</source>
        <translation>上级接办</translation>
    </message>
    <message>
        <source>coordinates, we go on</source>
        <translation>上级协调，街道续办</translation>
    </message>
    <message>
        <source>declines, we go on alone</source>
        <translation>上级不办，街道续办</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>纳入清单</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Department's report</source>
        <translation>部门通报</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>汇总证据</translation>
    </message>
    <message>
        <source>Leader told</source>
        <translation>领导汇报</translation>
    </message>
    <message>
        <source>Committee's evaluation</source>
        <translation>工委评价</translation>
    </message>
    <message>
        <source>Letter to the district</source>
        <translation>反馈区里</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>整改跟踪</translation>
    </message>
    <message>
        <source>Cycle over</source>
        <translation>本轮结束</translation>
    </message>
    <message>
        <source>Tasks that land here</source>
        <translation>落地大事</translation>
    </message>
    <message>
        <source>Statutory duties</source>
        <translation>法定职责</translation>
    </message>
    <message>
        <source>Effect of daily work</source>
        <translation>日常成效</translation>
    </message>
    <message>
        <source>Report-in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Joint duty</source>
        <translation>联动任务</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Never came</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Told, not judged</source>
        <translation>只列不评</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>优</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>中</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>analyse</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>name a leader</source>
        <translation>明确领导</translation>
    </message>
    <message>
        <source>site survey</source>
        <translation>现场调研</translation>
    </message>
    <message>
        <source>coordination meeting</source>
        <translation>协调会</translation>
    </message>
    <message>
        <source>duty</source>
        <translation>联动任务</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>our own look</source>
        <translation>自查</translation>
    </message>
    <message>
        <source>look back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>department's report</source>
        <translation>部门通报</translation>
    </message>
    <message>
        <source>letter to the district</source>
        <translation>反馈函</translation>
    </message>
    <message>
        <source>rectification</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>repair of a hazard</source>
        <translation>隐患整改</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>{n} not saved</source>
        <translation>{n} 笔没存上</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已存 {time}</translation>
    </message>
    <message>
        <source>Nothing to save</source>
        <translation>没有要存的</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Seat {letter}</source>
        <translation>坐席 {letter}</translation>
    </message>
    <message>
        <source>{n} new reminders of the rules, Alt 9</source>
        <translation>规则提醒 {n} 条新的，按 Alt 9 看</translation>
    </message>
    <message>
        <source>muted · alarms {n}</source>
        <translation>静音中 · 未知悉告警 {n}</translation>
    </message>
    <message>
        <source>alarms not acknowledged: {n}</source>
        <translation>未知悉告警 {n}</translation>
    </message>
    <message>
        <source>REAL · everything is on record</source>
        <translation>真实 · 全程留痕</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>{told}, late</source>
        <translation>{told}，超时</translation>
    </message>
    <message>
        <source>another branch was taken</source>
        <translation>走了另一支</translation>
    </message>
    <message>
        <source>over by {span}</source>
        <translation>超 {span}</translation>
    </message>
    <message>
        <source>left {span}</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>to be shown: {what}</source>
        <translation>凭据：{what}</translation>
    </message>
    <message>
        <source>{name} {done}/{all}</source>
        <translation>{name} {done}/{all}</translation>
    </message>
    <message>
        <source>{told} · all done</source>
        <translation>{told} · 全部办完</translation>
    </message>
    <message>
        <source>no procedure; suggested: {name}</source>
        <translation>未定流程，建议：{name}</translation>
    </message>
    <message>
        <source>no procedure</source>
        <translation>未定流程</translation>
    </message>
    <message>
        <source>Steps of the case</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Give this procedure</source>
        <translation>用这个流程</translation>
    </message>
    <message>
        <source>No procedure yet</source>
        <translation>还没有流程</translation>
    </message>
    <message>
        <source>Choose one above; Ctrl Enter gives it.</source>
        <translation>在上面选一个，按 Ctrl Enter 采用。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What shows it, or why</source>
        <translation>凭据或原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take the tick back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办完</translation>
    </message>
    <message>
        <source>{name} (version {n})</source>
        <translation>{name}（第{n}版）</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>第{n}版</translation>
    </message>
    <message>
        <source>Procedure {name}, version {n}</source>
        <translation>办理流程：{name}，第{n}版</translation>
    </message>
    <message>
        <source>Done: {step}</source>
        <translation>办完：{step}</translation>
    </message>
    <message>
        <source>Open again: {step}</source>
        <translation>撤回：{step}</translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>nobody in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>First five minutes</source>
        <translation>头五分钟</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>就这样</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Write a line into the case</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Take from history into hand; clocks start now</source>
        <translation>历史件转为在办，从现在起计时</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>转为在办</translation>
    </message>
    <message>
        <source>What the caller was told</source>
        <translation>怎样告知来电人</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>谁签收</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Who disputes</source>
        <translation>谁退单</translation>
    </message>
    <message>
        <source>Who should have it</source>
        <translation>建议由谁承办</translation>
    </message>
    <message>
        <source>Item of the duty list or of a paper</source>
        <translation>职责清单条目或文件依据</translation>
    </message>
    <message>
        <source>{n} of 2 · may be claimed until {time}</source>
        <translation>第 {n} 次，最多 2 次；{time} 前可提出</translation>
    </message>
    <message>
        <source>Who has the duty</source>
        <translation>由谁承办</translation>
    </message>
    <message>
        <source>Reason and basis</source>
        <translation>理由和依据</translation>
    </message>
    <message>
        <source>Duty disputed</source>
        <translation>退单争议</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>联系上了</translation>
    </message>
    <message>
        <source>not reached (three tries count)</source>
        <translation>没联系上（满三次算）</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>谁联系的</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>Take in hand</source>
        <translation>转为在办</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Decide the duty</source>
        <translation>裁定职责</translation>
    </message>
    <message>
        <source>Contact the citizen</source>
        <translation>联系诉求人</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>记处置</translation>
    </message>
    <message>
        <source>Grant more time</source>
        <translation>批准延期</translation>
    </message>
    <message>
        <source>Feed back</source>
        <translation>双反馈</translation>
    </message>
    <message>
        <source>Approve suspension</source>
        <translation>批准挂账</translation>
    </message>
    <message>
        <source>Review the suspension</source>
        <translation>挂账复核</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>File away</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Ask to erase the personal data</source>
        <translation>申请删除个人信息</translation>
    </message>
    <message>
        <source>The special team decides who has the duty</source>
        <translation>专班裁定谁承办</translation>
    </message>
    <message>
        <source>Contact with the citizen</source>
        <translation>联系诉求人</translation>
    </message>
    <message>
        <source>Work goes on</source>
        <translation>记处置</translation>
    </message>
    <message>
        <source>A leader takes note of what was brought before them</source>
        <translation>领导知悉上报事项</translation>
    </message>
    <message>
        <source>Hand over to 110, 119, 120, 122 (Y)</source>
        <translation>转 110、119、120、122（Y）</translation>
    </message>
    <message>
        <source>Print the public notice</source>
        <translation>打印公示</translation>
    </message>
    <message>
        <source>Anonymous, collective, before anybody complained</source>
        <translation>匿名、群体、未诉先办</translation>
    </message>
    <message>
        <source>Duty disputed: twice already, the special team decides</source>
        <translation>退单争议：已提两次，由专班裁定</translation>
    </message>
    <message>
        <source>Duty disputed: only before signing, and everybody has signed</source>
        <translation>退单争议：签收前才能提，现在都已签收</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Who feeds back</source>
        <translation>谁反馈</translation>
    </message>
    <message>
        <source>The citizen was told</source>
        <translation>怎么答复诉求人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The hotline was told</source>
        <translation>怎么答复热线</translation>
    </message>
    <message>
        <source>What the public is told</source>
        <translation>向公众怎么说</translation>
    </message>
    <message>
        <source>Double feedback</source>
        <translation>双反馈</translation>
    </message>
    <message>
        <source>Text of the notice</source>
        <translation>公示内容</translation>
    </message>
    <message>
        <source>Where it hangs</source>
        <translation>公示地点</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>公示到</translation>
    </message>
    <message>
        <source>Public notice</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>Put up</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed, back to work</source>
        <translation>不通过，退回处置</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How it was checked</source>
        <translation>怎么核查</translation>
    </message>
    <message>
        <source>Who checked (not the handler)</source>
        <translation>谁核查（不能是承办人）</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>看到什么</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Visit instead of the call-back</source>
        <translation>走访代回访</translation>
    </message>
    <message>
        <source>called in vain: {n} of {most}</source>
        <translation>未接通 {n} 次，共 {most} 次</translation>
    </message>
    <message>
        <source>Leader who approves</source>
        <translation>批准的领导</translation>
    </message>
    <message>
        <source>Why the wish is reasonable</source>
        <translation>为什么合理</translation>
    </message>
    <message>
        <source>Do it again (time {n}): it goes before a leader</source>
        <translation>第 {n} 次重办：报领导</translation>
    </message>
    <message>
        <source>Closing leader signs</source>
        <translation>办结签字领导</translation>
    </message>
    <message>
        <source>it came back: a new case begins</source>
        <translation>复发：自动立新件</translation>
    </message>
    <message>
        <source>no further look</source>
        <translation>不再回头看</translation>
    </message>
    <message>
        <source>before the next season, {day}</source>
        <translation>下一季前再看，{day}</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>File it away</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>File</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>没联系上</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有表态</translation>
    </message>
    <message>
        <source>Solved?</source>
        <translation>解决了吗？</translation>
    </message>
    <message>
        <source>Satisfied?</source>
        <translation>满意吗？</translation>
    </message>
    <message>
        <source>In the citizen's words</source>
        <translation>诉求人原话</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根源</translation>
    </message>
    <message>
        <source>What prevents it from coming back</source>
        <translation>怎样防止再发</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>办结案件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>still fine</source>
        <translation>没有复发</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>Reason by law</source>
        <translation>法定理由</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Was the citizen reached?</source>
        <translation>是否联系上</translation>
    </message>
    <message>
        <source>The obstacle is gone, work goes on</source>
        <translation>障碍消除，恢复办理</translation>
    </message>
    <message>
        <source>Do it again: work begins</source>
        <translation>重办：开始处置</translation>
    </message>
    <message>
        <source>Work begins</source>
        <translation>开始处置</translation>
    </message>
    <message>
        <source>New date</source>
        <translation>新期限</translation>
    </message>
    <message>
        <source>What the citizen says to it</source>
        <translation>诉求人怎么说</translation>
    </message>
    <message>
        <source>limit {time}, once only</source>
        <translation>原期限 {time}，只能延一次</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新期限</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Leader who decides</source>
        <translation>审批的领导</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>the next one that is planned</source>
        <translation>等下一次会商</translation>
    </message>
    <message>
        <source>Which meeting</source>
        <translation>哪次会商</translation>
    </message>
    <message>
        <source>What is hard about it</source>
        <translation>难在哪里</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Objective obstacle</source>
        <translation>客观障碍</translation>
    </message>
    <message>
        <source>Plan until it is gone</source>
        <translation>障碍消除前的计划</translation>
    </message>
    <message>
        <source>First review</source>
        <translation>首次复核</translation>
    </message>
    <message>
        <source>What the citizen was told</source>
        <translation>怎么告知诉求人</translation>
    </message>
    <message>
        <source>Approve the suspension; the limit stands still</source>
        <translation>批准挂账，时限停走</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>What stands in its way still</source>
        <translation>障碍现在怎样</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>下次复核</translation>
    </message>
    <message>
        <source>Review of the suspension</source>
        <translation>挂账复核</translation>
    </message>
    <message>
        <source>Before which leader</source>
        <translation>呈哪位领导</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>请示什么</translation>
    </message>
    <message>
        <source>Which leader</source>
        <translation>哪位领导</translation>
    </message>
    <message>
        <source>Instruction, word for word</source>
        <translation>批示原文</translation>
    </message>
    <message>
        <source>Instruction, word for word, if any</source>
        <translation>批示原话（如有）</translation>
    </message>
    <message>
        <source>A leader takes note</source>
        <translation>领导知悉</translation>
    </message>
    <message>
        <source>Caller stays anonymous</source>
        <translation>来电人匿名</translation>
    </message>
    <message>
        <source>Before anybody complained</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>How many people (0 = one)</source>
        <translation>多少人（0 为一人）</translation>
    </message>
    <message>
        <source>Marks of the case</source>
        <translation>案件标识</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>The other receiver signs</source>
        <translation>另一家签收</translation>
    </message>
    <message>
        <source>Deny more time</source>
        <translation>不同意延期</translation>
    </message>
    <message>
        <source>To consultation</source>
        <translation>提交会商</translation>
    </message>
    <message>
        <source>Ask for a long-term suspension</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Approve the suspension</source>
        <translation>批准挂账</translation>
    </message>
    <message>
        <source>Do not approve the suspension</source>
        <translation>不批挂账</translation>
    </message>
    <message>
        <source>Put before a leader for instruction</source>
        <translation>呈领导批示</translation>
    </message>
    <message>
        <source>Instruction of a leader</source>
        <translation>领导批示</translation>
    </message>
    <message>
        <source>Press for action</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Correct what was taken down (E)</source>
        <translation>更正登记内容（E）</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Taken from history into hand</source>
        <translation>历史件转为在办</translation>
    </message>
    <message>
        <source>{unit} signed for it. {words}</source>
        <translation>{unit}已签收。{words}</translation>
    </message>
    <message>
        <source>{unit} disputes the duty: {words}</source>
        <translation>{unit}退单：{words}</translation>
    </message>
    <message>
        <source>Work goes on. {words}</source>
        <translation>继续处置。{words}</translation>
    </message>
    <message>
        <source>More time asked for: {words}</source>
        <translation>申请延期：{words}</translation>
    </message>
    <message>
        <source>To consultation. {words}</source>
        <translation>提交会商。{words}</translation>
    </message>
    <message>
        <source>A whistle was blown for this case</source>
        <translation>已为此案吹哨</translation>
    </message>
    <message>
        <source>To be done again: {words}</source>
        <translation>重办：{words}</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>Pressed for action. {words}</source>
        <translation>催办。{words}</translation>
    </message>
    <message>
        <source>Name and phone were shown unmasked</source>
        <translation>查看了姓名电话原文</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Personal data erased by law; two people signed</source>
        <translation>个人信息已依法销毁，两人签字</translation>
    </message>
    <message>
        <source>Work begins. {words}</source>
        <translation>开始处置。{words}</translation>
    </message>
    <message>
        <source>entered late</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>caller's words</source>
        <translation>来电原话</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>caller</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>发现途径</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>nature</source>
        <translation>诉求性质</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>the caller is named</source>
        <translation>来电人实名</translation>
    </message>
    <message>
        <source>the caller stays anonymous</source>
        <translation>来电人匿名</translation>
    </message>
    <message>
        <source>before anybody complained</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>somebody complained</source>
        <translation>有人反映</translation>
    </message>
    <message>
        <source>people: {n}</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>the words were erased by law</source>
        <translation>原文已依法销毁</translation>
    </message>
    <message>
        <source>{channel}: the words were erased by law</source>
        <translation>{channel}：原文已依法销毁</translation>
    </message>
    <message>
        <source>Citizen reached</source>
        <translation>已联系诉求人</translation>
    </message>
    <message>
        <source>Citizen not reached</source>
        <translation>没联系上诉求人</translation>
    </message>
    <message>
        <source>Verified: passed</source>
        <translation>核查通过</translation>
    </message>
    <message>
        <source>Verified: not passed</source>
        <translation>核查不通过</translation>
    </message>
    <message>
        <source>Half of the time is gone: {clock}</source>
        <translation>时限过半：{clock}</translation>
    </message>
    <message>
        <source>Limit over: {clock}</source>
        <translation>{clock}超时</translation>
    </message>
    <message>
        <source>The official calendar has come; the end is certain now: {day} (before {old})</source>
        <translation>官方日历已有，到期时间确定：{day}（原为 {old}）</translation>
    </message>
    <message>
        <source>On the agenda of a consultation</source>
        <translation>列入会商议程</translation>
    </message>
    <message>
        <source>{unit} (lead)</source>
        <translation>{unit}（主办）</translation>
    </message>
    <message>
        <source>Dispatched: {units}</source>
        <translation>派单：{units}</translation>
    </message>
    <message>
        <source>by {leader}</source>
        <translation>{leader}批</translation>
    </message>
    <message>
        <source>the caller was told: {words}</source>
        <translation>告知：{words}</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>basis: {words}</source>
        <translation>依据：{words}</translation>
    </message>
    <message>
        <source>proposes {unit}</source>
        <translation>建议由{unit}承办</translation>
    </message>
    <message>
        <source>The special team decides: {unit} has the duty</source>
        <translation>专班裁定由{unit}承办</translation>
    </message>
    <message>
        <source>Handed to {service}; tracked here</source>
        <translation>已转 {service}，本件继续跟踪</translation>
    </message>
    <message>
        <source>Put before {leader}</source>
        <translation>呈{leader}</translation>
    </message>
    <message>
        <source>Instruction of {leader}: {words}</source>
        <translation>{leader}批示：{words}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到 {day}</translation>
    </message>
    <message>
        <source>More time granted, until {day}</source>
        <translation>同意延期到 {day}</translation>
    </message>
    <message>
        <source>More time denied</source>
        <translation>不同意延期</translation>
    </message>
    <message>
        <source>Suspension asked for: {words}</source>
        <translation>申请挂账：{words}</translation>
    </message>
    <message>
        <source>plan: {words}</source>
        <translation>计划：{words}</translation>
    </message>
    <message>
        <source>the citizen was told: {words}</source>
        <translation>告知诉求人：{words}</translation>
    </message>
    <message>
        <source>Suspended; the limit stands still</source>
        <translation>批准挂账，时限停走</translation>
    </message>
    <message>
        <source>looked at next {day}</source>
        <translation>下次 {day} 看</translation>
    </message>
    <message>
        <source>Suspension not approved</source>
        <translation>不批挂账</translation>
    </message>
    <message>
        <source>Suspension reviewed: {words}</source>
        <translation>挂账复核：{words}</translation>
    </message>
    <message>
        <source>Public notice: {words}</source>
        <translation>公示：{words}</translation>
    </message>
    <message>
        <source>{unit} fed back</source>
        <translation>{unit}反馈</translation>
    </message>
    <message>
        <source>to the citizen</source>
        <translation>答复诉求人</translation>
    </message>
    <message>
        <source>to the hotline</source>
        <translation>答复热线</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>cause: {words}</source>
        <translation>根源：{words}</translation>
    </message>
    <message>
        <source>prevention: {words}</source>
        <translation>预防：{words}</translation>
    </message>
    <message>
        <source>signed: {leader}</source>
        <translation>签字：{leader}</translation>
    </message>
    <message>
        <source>Looked back: it came back</source>
        <translation>回头看：复发</translation>
    </message>
    <message>
        <source>Looked back: still fine</source>
        <translation>回头看：没有复发</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>没联系上</translation>
    </message>
    <message>
        <source>Called back: {answers}</source>
        <translation>回访：{answers}</translation>
    </message>
    <message>
        <source>{name} took note: {clock}. {words}</source>
        <translation>{name}已知悉：{clock}。{words}</translation>
    </message>
    <message>
        <source>Brought before the {role}: {clock}</source>
        <translation>已报{role}：{clock}</translation>
    </message>
    <message>
        <source>Brought before the {role}: {clock}, {share} % of the limit</source>
        <translation>已报{role}：{clock}，到时限的 {share}%</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <source>fewer than ten: counted, no share</source>
        <translation>不足 10 个，只列数</translation>
    </message>
    <message>
        <source>left out: asked bodies, units without a limit</source>
        <translation>未计：请支援单位、没有时限的单位</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>应答率</translation>
    </message>
    <message>
        <source>answered ÷ called</source>
        <translation>已应答 ÷ 应到单位</translation>
    </message>
    <message>
        <source>left out: cancelled, came unasked {n}</source>
        <translation>未计：取消的，未召先到 {n}</translation>
    </message>
    <message>
        <source>Answered in time</source>
        <translation>准时应答率</translation>
    </message>
    <message>
        <source>answered inside the limit ÷ judged</source>
        <translation>时限内应答 ÷ 考核单位</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场率</translation>
    </message>
    <message>
        <source>arrived ÷ those who were to come</source>
        <translation>已到场 ÷ 应到场单位</translation>
    </message>
    <message>
        <source>left out: cancelled, replaced {n}, only informed</source>
        <translation>未计：取消的，替代 {n}，仅通报的</translation>
    </message>
    <message>
        <source>Arrived in time</source>
        <translation>准时到场率</translation>
    </message>
    <message>
        <source>arrived inside the limit ÷ judged</source>
        <translation>时限内到场 ÷ 考核单位</translation>
    </message>
    <message>
        <source>Median to arrive</source>
        <translation>到场中位用时</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>{n} arrivals</source>
        <translation>{n} 次到场</translation>
    </message>
    <message>
        <source>the middle one of all times from being called to arriving</source>
        <translation>从通知到到场，取全部用时的中位数</translation>
    </message>
    <message>
        <source>left out: asked bodies, untold times</source>
        <translation>未计：请支援单位、没报时间的</translation>
    </message>
    <message>
        <source>people really there ÷ people asked for</source>
        <translation>实到人数 ÷ 要求人数</translation>
    </message>
    <message>
        <source>left out: no number asked; number not told {n}</source>
        <translation>未计：没要求人数的；没报人数 {n}</translation>
    </message>
    <message>
        <source>People there</source>
        <translation>到位人数率</translation>
    </message>
    <message>
        <source>median {n} min</source>
        <translation>中位 {n} 分钟</translation>
    </message>
    <message>
        <source>nothing told yet</source>
        <translation>还没有报告</translation>
    </message>
    <message>
        <source>First report in time</source>
        <translation>首报及时率</translation>
    </message>
    <message>
        <source>told the district by phone inside the limit ÷ whistles</source>
        <translation>时限内电话报区 ÷ 吹哨数</translation>
    </message>
    <message>
        <source>{median}; updates in time {n} / {m}</source>
        <translation>{median}；续报及时 {n} / {m}</translation>
    </message>
    <message>
        <source>Whistle rate</source>
        <translation>吹哨率</translation>
    </message>
    <message>
        <source>whistles ÷ cases; too few and too many are both flagged</source>
        <translation>吹哨数 ÷ 案件数；过低过高都提示</translation>
    </message>
    <message>
        <source>left out: taken back, imported history; false alarms {n}</source>
        <translation>未计：收回的、导入的历史件；误报 {n}</translation>
    </message>
    <message>
        <source>without a plan</source>
        <translation>未用预案</translation>
    </message>
    <message>
        <source>{what} {n}</source>
        <translation>{what} {n}</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Whistles</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>应到</translation>
    </message>
    <message>
        <source>Answered %</source>
        <translation>应答 %</translation>
    </message>
    <message>
        <source>in time %</source>
        <translation>准时 %</translation>
    </message>
    <message>
        <source>Arrived %</source>
        <translation>到场 %</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Refused and the like</source>
        <translation>拒绝、替代等</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Blown</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Answered / limit</source>
        <translation>响应 / 限</translation>
    </message>
    <message>
        <source>Arrived / limit</source>
        <translation>到场 / 限</translation>
    </message>
</context>
<context>
    <name>StudyScreen</name>
    <message>
        <source>Figures</source>
        <translation>研判 · 吹哨统计</translation>
    </message>
    <message>
        <source>DRILLS only</source>
        <translation>只计演练</translation>
    </message>
    <message>
        <source>real whistles only, drills are not counted</source>
        <translation>只计真实哨，演练不计入</translation>
    </message>
    <message>
        <source>span before, after</source>
        <translation>前后时段</translation>
    </message>
    <message>
        <source>length of the span</source>
        <translation>时段长短</translation>
    </message>
    <message>
        <source>break down by</source>
        <translation>换分解</translation>
    </message>
    <message>
        <source>choose a line</source>
        <translation>选行</translation>
    </message>
    <message>
        <source>to the review</source>
        <translation>到复盘</translation>
    </message>
    <message>
        <source>to the departments</source>
        <translation>到部门明细</translation>
    </message>
    <message>
        <source>real / drills</source>
        <translation>真实/演练</translation>
    </message>
    <message>
        <source>emergency / muster</source>
        <translation>应急/集结</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Emergency whistle</source>
        <translation>应急响应哨</translation>
    </message>
    <message>
        <source>Muster whistle</source>
        <translation>集结报到哨</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>分解</translation>
    </message>
    <message>
        <source>By department</source>
        <translation>按部门</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By relation</source>
        <translation>按关系</translation>
    </message>
    <message>
        <source>fewer than ten are counted and not ranked</source>
        <translation>不足 10 个只列数、不排名</translation>
    </message>
    <message>
        <source>Departments behind it</source>
        <translation>部门明细</translation>
    </message>
    <message>
        <source>Arrived in time, month by month</source>
        <translation>准时到场率，逐月</translation>
    </message>
    <message>
        <source>per cent of judged departments</source>
        <translation>考核部门，%</translation>
    </message>
    <message>
        <source>No whistle in this span</source>
        <translation>本时段没有吹哨</translation>
    </message>
    <message>
        <source>← shows the span before; S takes a longer one.</source>
        <translation>按 ← 看上一时段，按 S 换更长的时段。</translation>
    </message>
    <message>
        <source>{n} departments</source>
        <translation>{n} 个部门次</translation>
    </message>
    <message>
        <source>since the beginning</source>
        <translation>启用以来</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year} 年</translation>
    </message>
    <message>
        <source>{year}, quarter {n}</source>
        <translation>{year} 年第 {n} 季度</translation>
    </message>
    <message>
        <source>{year}-{month}</source>
        <translation>{year} 年 {month} 月</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>写到</translation>
    </message>
    <message>
        <source>path of the file, ending in .xlsx or .csv</source>
        <translation>文件路径，以 .xlsx 或 .csv 结尾</translation>
    </message>
    <message>
        <source>Export the figures of {span}</source>
        <translation>导出统计：{span}</translation>
    </message>
    <message>
        <source>Drill figures</source>
        <translation>演练统计</translation>
    </message>
    <message>
        <source>Whistle figures</source>
        <translation>吹哨统计</translation>
    </message>
    <message>
        <source>{n} lines written to {path}</source>
        <translation>已写出 {n} 行：{path}</translation>
    </message>
</context>
<context>
    <name>Supervision</name>
    <message>
        <source>blown by {name}</source>
        <translation>吹哨 {name}</translation>
    </message>
    <message>
        <source>a further cycle</source>
        <translation>续轮</translation>
    </message>
    <message>
        <source>asked for support: words only, never ranked</source>
        <translation>请求支援单位：只作文字评价，不排名</translation>
    </message>
    <message>
        <source>no office time</source>
        <translation>不在办公时段</translation>
    </message>
    <message>
        <source>over by {time}</source>
        <translation>超 {time}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已超</translation>
    </message>
    <message>
        <source>{n} matters</source>
        <translation>{n} 项</translation>
    </message>
    <message>
        <source>no. {n} of {m}</source>
        <translation>第 {n} 次，共 {m} 次</translation>
    </message>
    <message>
        <source>nothing came</source>
        <translation>未通报</translation>
    </message>
    <message>
        <source>{n} facts, {m} against</source>
        <translation>{n} 条事实，{m} 条不利</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>文字评价</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>{n} / {m} put right</source>
        <translation>整改 {n} / {m}</translation>
    </message>
    <message>
        <source>nothing to put right</source>
        <translation>无需整改</translation>
    </message>
    <message>
        <source>Reminder {n}</source>
        <translation>第 {n} 次提醒</translation>
    </message>
    <message>
        <source>Department's report</source>
        <translation>部门通报</translation>
    </message>
    <message>
        <source>Leader told: {name}</source>
        <translation>向{name}汇报</translation>
    </message>
    <message>
        <source>Letter to {name}</source>
        <translation>反馈函：{name}</translation>
    </message>
    <message>
        <source>To put right {n}</source>
        <translation>整改 {n}</translation>
    </message>
    <message>
        <source>put right {day}</source>
        <translation>{day} 已整改</translation>
    </message>
    <message>
        <source>{n} run or are not judged</source>
        <translation>进行中或不评 {n}</translation>
    </message>
    <message>
        <source>/ {n} in time</source>
        <translation>/ {n} 按时</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>limit {time}</source>
        <translation>限 {time}</translation>
    </message>
    <message>
        <source>done {time}</source>
        <translation>实 {time}</translation>
    </message>
    <message>
        <source>urged {n}</source>
        <translation>催 {n} 次</translation>
    </message>
    <message>
        <source>put off {n}</source>
        <translation>改期 {n} 次</translation>
    </message>
    <message>
        <source>great matters of city and district that were to be done here</source>
        <translation>市、区部署到街道落地的大事</translation>
    </message>
    <message>
        <source>what the department owes by law</source>
        <translation>部门依法应当履行的主责</translation>
    </message>
    <message>
        <source>how daily work turns out, with the people's word</source>
        <translation>日常工作成效，含群众评价</translation>
    </message>
    <message>
        <source>total = Σ weight × marks ÷ Σ weight, over the sorts that are marked</source>
        <translation>总分 = Σ 权重 × 得分 ÷ Σ 权重，只算打了分的几项</translation>
    </message>
    <message>
        <source>no case in this period</source>
        <translation>这段时间没有案件</translation>
    </message>
    <message>
        <source>received {n}</source>
        <translation>受理 {n}</translation>
    </message>
    <message>
        <source>closed {part}</source>
        <translation>办结 {part}</translation>
    </message>
    <message>
        <source>closed late {n}</source>
        <translation>超期办结 {n}</translation>
    </message>
    <message>
        <source>overdue now {n}</source>
        <translation>现逾期 {n}</translation>
    </message>
    <message>
        <source>satisfied {part}</source>
        <translation>满意 {part}</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>List</source>
        <translation>纳入</translation>
    </message>
    <message>
        <source>left</source>
        <translation>剩</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起</translation>
    </message>
    <message>
        <source>The log says</source>
        <translation>日志所记</translation>
    </message>
    <message>
        <source>Limit, done, reason</source>
        <translation>时限、实际、原因</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>已汇总</translation>
    </message>
    <message>
        <source>as it stands, not collected yet</source>
        <translation>截至现在，尚未汇总</translation>
    </message>
    <message>
        <source>The log holds nothing about this department in the period</source>
        <translation>这段时间日志里没有这个部门的记录</translation>
    </message>
    <message>
        <source>Report-ins, orders and joint duties come here by themselves; nothing is typed.</source>
        <translation>报到、指令、联动任务自动列入，不能手填。</translation>
    </message>
    <message>
        <source>Committee's evaluation</source>
        <translation>工委评价</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>折合</translation>
    </message>
    <message>
        <source>Asked for support: evaluated in words, no marks, no grade, no rank.</source>
        <translation>请求支援单位：只作文字评价，不打分、不定等次、不排名。</translation>
    </message>
    <message>
        <source>collective opinion: {grade}</source>
        <translation>集体意见：{grade}</translation>
    </message>
    <message>
        <source>Whoever blew cannot grade alone.</source>
        <translation>吹哨人不能单独打分。</translation>
    </message>
    <message>
        <source>{day}, took part: {names}</source>
        <translation>{day}，参加：{names}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>{sort} (one a line)</source>
        <translation>{sort}（一行一项）</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>纳入监督清单</translation>
    </message>
    <message>
        <source>one cycle a department</source>
        <translation>一个部门一轮</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>One more matter</source>
        <translation>加一项</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>face to face</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>by letter</source>
        <translation>发函</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Report by (empty: the office's limit)</source>
        <translation>通报期限（空：按街道时限）</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>提醒内容</translation>
    </message>
    <message>
        <source>Who reported</source>
        <translation>通报人</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing came</source>
        <translation>记未通报</translation>
    </message>
    <message>
        <source>Leader in charge</source>
        <translation>分管领导</translation>
    </message>
    <message>
        <source>Meeting, item of the agenda</source>
        <translation>会议、议题</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>汇报内容</translation>
    </message>
    <message>
        <source>Tell the leader</source>
        <translation>向领导汇报</translation>
    </message>
    <message>
        <source>nobody more</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Took part {n}</source>
        <translation>参加人 {n}</translation>
    </message>
    <message>
        <source>{sort}: marks 0–100, weighs {weight}</source>
        <translation>{sort}：0–100 分，权重 {weight}</translation>
    </message>
    <message>
        <source>Grade by collective opinion</source>
        <translation>集体意见等次</translation>
    </message>
    <message>
        <source>Collective opinion</source>
        <translation>集体意见</translation>
    </message>
    <message>
        <source>On whose decision, why</source>
        <translation>谁定的、为什么</translation>
    </message>
    <message>
        <source>they count relative to each other; evaluations that stand keep theirs</source>
        <translation>按相对大小折算；已作出的评价不变</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Number of the letter</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>发给谁</translation>
    </message>
    <message>
        <source>District committee and government</source>
        <translation>区委、区政府</translation>
    </message>
    <message>
        <source>Letter to the district</source>
        <translation>反馈函</translation>
    </message>
    <message>
        <source>What has to be put right (one a line; empty: nothing)</source>
        <translation>整改事项（一行一项；空：无需整改）</translation>
    </message>
    <message>
        <source>By (empty: the office's limit)</source>
        <translation>期限（空：按街道时限）</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>整改跟踪</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>看到的情况</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>next cycle with the same matters</source>
        <translation>转入下一轮，事项不变</translation>
    </message>
    <message>
        <source>off the list</source>
        <translation>移出清单</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>End the cycle</source>
        <translation>结束本轮</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until, this day included</source>
        <translation>至（含当日）</translation>
    </message>
</context>
<context>
    <name>SupervisionScreen</name>
    <message>
        <source>Supervision whistle</source>
        <translation>监督管理哨</translation>
    </message>
    <message>
        <source>evidence comes out of the log alone; the committee grades together</source>
        <translation>证据只取自日志，评价集体作出</translation>
    </message>
    <message>
        <source>put on the list</source>
        <translation>纳入清单</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>remind</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>add a matter</source>
        <translation>加事项</translation>
    </message>
    <message>
        <source>collect</source>
        <translation>汇总证据</translation>
    </message>
    <message>
        <source>go to the source</source>
        <translation>看来源</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>监督事项</translation>
    </message>
    <message>
        <source>No matter yet</source>
        <translation>还没有事项</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>往来</translation>
    </message>
    <message>
        <source>Nothing was told yet</source>
        <translation>还没有往来</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Matters, told</source>
        <translation>事项和往来</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>No department is on the list</source>
        <translation>清单上还没有部门</translation>
    </message>
    <message>
        <source>B puts one on it, with what is supervised.</source>
        <translation>按 B 纳入一个部门和监督事项。</translation>
    </message>
    <message>
        <source>{n} running</source>
        <translation>{n} 轮在办</translation>
    </message>
    <message>
        <source>Collected out of the log.</source>
        <translation>已从日志汇总。</translation>
    </message>
    <message>
        <source>Collect evidence out of the log</source>
        <translation>从日志汇总证据</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Nothing came</source>
        <translation>记未通报</translation>
    </message>
    <message>
        <source>Department's report</source>
        <translation>部门通报</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>End the cycle</source>
        <translation>结束本轮</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Collect evidence</source>
        <translation>汇总证据</translation>
    </message>
    <message>
        <source>Tell the leader</source>
        <translation>领导汇报</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>工委评价</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>反馈函</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>整改跟踪</translation>
    </message>
    <message>
        <source>duty phone</source>
        <translation>值班电话</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>Registered {number}</source>
        <translation>已登记 {number}</translation>
    </message>
    <message>
        <source>Registered {number}, handed to {service}</source>
        <translation>已登记 {number}，已转 {service}</translation>
    </message>
    <message>
        <source>Not saved; see the strip above. Nothing typed is lost.</source>
        <translation>未能保存，见上方提示条；已输入的内容不会丢失。</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>How far it is</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Drop the order</source>
        <translation>撤销指令</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why it is dropped</source>
        <translation>为什么撤</translation>
    </message>
    <message>
        <source>What shows it: photo, reading, who saw it</source>
        <translation>凭据：照片、读数、见证人</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>谁报的</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>something else, written below</source>
        <translation>其他物资，写在下面</translation>
    </message>
    <message>
        <source>{item}: {n}{measure} in {store}</source>
        <translation>{item}：{store}存{n}{measure}</translation>
    </message>
    <message>
        <source>, {n} out here</source>
        <translation>，本次在外 {n}</translation>
    </message>
    <message>
        <source>a person, named below</source>
        <translation>个人，写在下面</translation>
    </message>
    <message>
        <source>What</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>or something else</source>
        <translation>或其他物资</translation>
    </message>
    <message>
        <source>counted in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Which unit takes it</source>
        <translation>领用单位</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>领用人</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Take supplies</source>
        <translation>领用物资</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>领用</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Brought or counted by</source>
        <translation>交回或清点人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{item}: {n}{measure} still out</source>
        <translation>{item}：还有 {n}{measure}在外</translation>
    </message>
    <message>
        <source>{name}, room for {n}</source>
        <translation>{name}，可容{n}人</translation>
    </message>
    <message>
        <source>not a shelter of ours</source>
        <translation>不是本街道安置点</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>How many people (empty: unknown)</source>
        <translation>人数（空为不明）</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>帮扶人</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>要知道的</translation>
    </message>
    <message>
        <source>To think of first</source>
        <translation>重点人群</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Household to move</source>
        <translation>列入转移</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>How many (empty: all)</source>
        <translation>人数（空为全部）</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>谁在场</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>安置点</translation>
    </message>
    <message>
        <source>or another place</source>
        <translation>或其他去处</translation>
    </message>
    <message>
        <source>How many are there</source>
        <translation>点到几人</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>清点人</translation>
    </message>
    <message>
        <source>{address}: head count</source>
        <translation>{address}：点名</translation>
    </message>
    <message>
        <source>moved and sheltered by the list: {n}</source>
        <translation>清单上已转出、已安置共 {n} 人</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>No.</source>
        <translation>序</translation>
    </message>
    <message>
        <source>Task; danger, gear, last word</source>
        <translation>任务；危险、防护、最近一句</translation>
    </message>
    <message>
        <source>For whom; taken</source>
        <translation>给谁；领受</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>[spoken] {words}</source>
        <translation>〔口头〕{words}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>By whom, from where</source>
        <translation>谁领，哪个库</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>归还</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>核销</translation>
    </message>
    <message>
        <source>Still out</source>
        <translation>在外</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已清</translation>
    </message>
    <message>
        <source>Address; who</source>
        <translation>地址；住户</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Where; helper</source>
        <translation>去处；帮扶人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>已复述</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>未复述</translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation>未领受</translation>
    </message>
    <message>
        <source>done {time}</source>
        <translation>{time} 办结</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已撤</translation>
    </message>
    <message>
        <source>ended with the incident</source>
        <translation>随事件结束</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>? people</source>
        <translation>人数不明</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>{n} households, {people}</source>
        <translation>{n} 户 {people}</translation>
    </message>
    <message>
        <source>differs by {n}</source>
        <translation>差 {n}</translation>
    </message>
    <message>
        <source>counted {n}, differs by {m}</source>
        <translation>点到 {n}，差 {m}</translation>
    </message>
    <message>
        <source>+ {n} households unknown</source>
        <translation>另 {n} 户不明</translation>
    </message>
    <message>
        <source>{n}, first {m}</source>
        <translation>{n}，重点 {m}</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>应转</translation>
    </message>
    <message>
        <source>still wait</source>
        <translation>待转</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差数</translation>
    </message>
    <message>
        <source>Nobody is on the list</source>
        <translation>还没有人列入</translation>
    </message>
    <message>
        <source>Type a line below: address, people, state, place. N opens a form.</source>
        <translation>在下面打一行：地址、人数、状态、去处。N 逐项填。</translation>
    </message>
    <message>
        <source>People to move</source>
        <translation>转移安置</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>加住户</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>A line for the list</source>
        <translation>转移清单录入</translation>
    </message>
    <message>
        <source>3 Court, 2 households 5 people moved community hall</source>
        <translation>3号院 2户 5人 已转出 社区活动室</translation>
    </message>
</context>
<context>
    <name>TasksScreen</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>orders, people, supplies</source>
        <translation>指令、转移、物资</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>order</source>
        <translation>下指令</translation>
    </message>
    <message>
        <source>spoken order</source>
        <translation>口头指示</translation>
    </message>
    <message>
        <source>taken, read back</source>
        <translation>领受并复述</translation>
    </message>
    <message>
        <source>done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>line for the list</source>
        <translation>录一行</translation>
    </message>
    <message>
        <source>household</source>
        <translation>加住户</translation>
    </message>
    <message>
        <source>take over the number</source>
        <translation>采用人数</translation>
    </message>
    <message>
        <source>call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>supplies</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>strike the last entry</source>
        <translation>划去上一笔</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation>还没有指令</translation>
    </message>
    <message>
        <source>T gives one, V writes down what a leader said.</source>
        <translation>T 下指令，V 记领导口头指示。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>下指令</translation>
    </message>
    <message>
        <source>Nothing was taken from a store</source>
        <translation>还没有领用物资</translation>
    </message>
    <message>
        <source>S enters what is taken, and by whom.</source>
        <translation>S 记领用：什么、多少、谁领。</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>领用</translation>
    </message>
    <message>
        <source>People</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>done {n} of {all}</source>
        <translation>办结 {n}/{all}</translation>
    </message>
    <message>
        <source>overdue {n}</source>
        <translation>超时 {n}</translation>
    </message>
    <message>
        <source>still out: {n} of {all}</source>
        <translation>在外 {n}/{all}</translation>
    </message>
    <message>
        <source>{n} households</source>
        <translation>{n} 户</translation>
    </message>
    <message>
        <source>Orders {n} / {m}</source>
        <translation>指令 {n}/{m}</translation>
    </message>
    <message>
        <source>People {n} / {m}</source>
        <translation>转移 {n}/{m}</translation>
    </message>
    <message>
        <source>Supplies {n} out</source>
        <translation>物资 在外 {n}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Moved out by the list: {n}. The key fact “evacuated” says {m}.</source>
        <translation>清单已转出 {n} 人，要点“疏散”是 {m}。</translation>
    </message>
    <message>
        <source>The key fact is set</source>
        <translation>要点已改</translation>
    </message>
    <message>
        <source>Taken and read back</source>
        <translation>已领受并复述</translation>
    </message>
    <message>
        <source>taken and read back</source>
        <translation>领受，已复述</translation>
    </message>
    <message>
        <source>taken, not read back</source>
        <translation>领受，未复述</translation>
    </message>
    <message>
        <source>how far it is</source>
        <translation>报进展</translation>
    </message>
    <message>
        <source>done, with the result</source>
        <translation>办结，写结果</translation>
    </message>
    <message>
        <source>drop it, with the reason</source>
        <translation>撤销，写原因</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>print the task sheet</source>
        <translation>打印任务单</translation>
    </message>
    <message>
        <source>print the supplies</source>
        <translation>打印物资单</translation>
    </message>
    <message>
        <source>head count</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>amend</source>
        <translation>改</translation>
    </message>
    <message>
        <source>On the list already: {told}</source>
        <translation>已在清单：{told}</translation>
    </message>
    <message>
        <source>New on the list: {told}</source>
        <translation>新列入：{told}</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>people unknown</source>
        <translation>人数不明</translation>
    </message>
    <message>
        <source>Address, how many people, state, place</source>
        <translation>地址、人数、状态、去处</translation>
    </message>
    <message>
        <source>Not understood: address, how many people, state, place</source>
        <translation>没看懂：要有地址、人数、状态、去处</translation>
    </message>
    <message>
        <source>The last entry is struck</source>
        <translation>上一笔已划去</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Stopped. What had been written stands; nothing is half-written.</source>
        <translation>已停止。写完的都在，没有写一半的。</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Would be created: {created} · already there: {already} · rejected: {rejected}</source>
        <translation>将新建 {created} 条 · 已有 {already} 条 · 退回 {rejected} 条</translation>
    </message>
    <message>
        <source>Created: {created} · already there: {already} · rejected: {rejected}</source>
        <translation>新建 {created} 条 · 已有 {already} 条 · 退回 {rejected} 条</translation>
    </message>
    <message>
        <source>  {sheet}, row {row}: {reason}</source>
        <translation>  {sheet} 第 {row} 行：{reason}</translation>
    </message>
    <message>
        <source>  … and {n} more; all of them stand in the report</source>
        <translation>  ……另有 {n} 行，全部写在报告里</translation>
    </message>
    <message>
        <source>Report: {path}, in the data folder</source>
        <translation>报告在数据目录里：{path}</translation>
    </message>
    <message>
        <source>Stopped before the end. Import the file again to bring in the rest.</source>
        <translation>没有导完就停了。再导入一次，其余的会补上。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>{n} cases written to {path}</source>
        <translation>{n} 件案件已写入 {path}</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在制版</translation>
    </message>
    <message>
        <source>{number}: {n} pages written to {path}</source>
        <translation>{number}：{n} 页已写入 {path}</translation>
    </message>
    <message>
        <source>{number}: a copy to be edited written to {path}</source>
        <translation>{number}：供修改的副本已写入 {path}</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Whole: {events} entries of {nodes} computers; {erased} erased by law</source>
        <translation>完好：{events} 条记录，来自 {nodes} 台电脑；依法删除 {erased} 条</translation>
    </message>
    <message>
        <source>Attached files, each read to its end: {n}; stored and used by nobody: {unused}</source>
        <translation>附件逐个读完：{n} 个；存放而无人使用：{unused} 个</translation>
    </message>
    <message>
        <source>{n} chains were continued in two places; both are kept</source>
        <translation>{n} 条链在两处续写，两边都保留</translation>
    </message>
    <message>
        <source>Folding anew</source>
        <translation>正在重算</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>正在建立搜索</translation>
    </message>
    <message>
        <source>{events} entries folded to {subjects} subjects; {changed} differed from what was shown before</source>
        <translation>{events} 条记录重算成 {subjects} 个对象，与原来显示不同的 {changed} 个</translation>
    </message>
    <message>
        <source>Digest: {digest}</source>
        <translation>摘要：{digest}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backup of {events} entries, reopened and counted: {path}</source>
        <translation>已备份 {events} 条记录，重新打开清点无误：{path}</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>正在预演恢复</translation>
    </message>
    <message>
        <source>Rehearsed: {events} entries, {cases} cases, {whistles} whistles, made {at}</source>
        <translation>预演通过：{events} 条记录、{cases} 件案件、{whistles} 次吹哨，备份于 {at}</translation>
    </message>
    <message>
        <source>Restored. What stood before lies in the data folder under before-restore, not deleted.</source>
        <translation>已恢复。原来的数据在数据目录的 before-restore 里，没有删除。</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>正在演示</translation>
    </message>
    <message>
        <source>{number} played; {n} pictures and the review are in {path}</source>
        <translation>{number} 演示完毕；{n} 张截图和复盘报告在 {path}</translation>
    </message>
    <message>
        <source>Self-test passed: {n} pictures, review of {number}</source>
        <translation>自检通过：{n} 张截图，{number} 的复盘报告</translation>
    </message>
    <message>
        <source>The key file cannot be read or holds no key of 64 hex digits: {path}</source>
        <translation>密钥文件读不出，或不是 64 位十六进制：{path}</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>show this help and end</source>
        <translation>显示说明</translation>
    </message>
    <message>
        <source>Not understood: {message}</source>
        <translation>看不懂：{message}</translation>
    </message>
    <message>
        <source>there is no “{0}”; there are: {1}</source>
        <translation>没有“{0}”，只有：{1}</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>缺 {0}</translation>
    </message>
    <message>
        <source>too many words: {0}</source>
        <translation>多了：{0}</translation>
    </message>
    <message>
        <source>{0} wants a word behind it</source>
        <translation>{0} 后面要跟内容</translation>
    </message>
    <message>
        <source>the data folder; without it the usual one of this user</source>
        <translation>数据目录，不写就用本用户的默认目录</translation>
    </message>
    <message>
        <source>the key of an encrypted data file</source>
        <translation>加密数据文件的密钥文件</translation>
    </message>
    <message>
        <source>the last line is the result as JSON</source>
        <translation>最后一行输出 JSON 结果</translation>
    </message>
    <message>
        <source>The street's command centre. Without a command the window opens.</source>
        <translation>街道办事处指挥中心。不带命令就打开窗口。</translation>
    </message>
    <message>
        <source>show the version and end</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>open everything once, unseen, and end</source>
        <translation>不出窗口，把各界面打开一遍就结束</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>bring in a workbook of cases, or of categories</source>
        <translation>导入案件表或分类表</translation>
    </message>
    <message>
        <source>write cases to a workbook (.xlsx) or a text file (.csv)</source>
        <translation>导出案件到表格（.xlsx）或文本（.csv）</translation>
    </message>
    <message>
        <source>print the review of an incident</source>
        <translation>打印一次吹哨的复盘报告</translation>
    </message>
    <message>
        <source>the number of the whistle, like YJ-2026-0716-A01</source>
        <translation>吹哨编号，例如 YJ-2026-0716-A01</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>写到哪个文件</translation>
    </message>
    <message>
        <source>any form as a PDF or a Word copy; “kit” is the paper kit of today</source>
        <translation>把任一表单存成 PDF 或 Word 副本；kit 是当前的停电应急卡</translation>
    </message>
    <message>
        <source>the number of the matter; the kit needs none</source>
        <translation>事项编号；应急卡不用写</translation>
    </message>
    <message>
        <source>one of: {forms}</source>
        <translation>可选：{forms}</translation>
    </message>
    <message>
        <source>a copy to be edited</source>
        <translation>供修改的副本</translation>
    </message>
    <message>
        <source>check file, chains and signatures; name the first bad entry</source>
        <translation>校验文件、链和签名，指出第一条坏记录</translation>
    </message>
    <message>
        <source>fold everything that is shown anew from the journal</source>
        <translation>从记录重算全部显示内容</translation>
    </message>
    <message>
        <source>make a backup, reopened and counted before it counts as good</source>
        <translation>备份，重新打开清点后才算数</translation>
    </message>
    <message>
        <source>rehearse a backup, then put it in the place of the data; what stood is kept</source>
        <translation>先预演再恢复，原来的数据留着</translation>
    </message>
    <message>
        <source>only try the backup out</source>
        <translation>只预演，不恢复</translation>
    </message>
    <message>
        <source>play the whole job unseen in a sample office: pictures and printed review</source>
        <translation>在样例街道把全过程演一遍：截图和复盘报告</translation>
    </message>
    <message>
        <source>where pictures and paper go</source>
        <translation>截图和报告放在哪里</translation>
    </message>
    <message>
        <source>make an office of any size to try things on: invented orders of years</source>
        <translation>生成任意规模的试用街道：多年的虚构工单</translation>
    </message>
    <message>
        <source>versions, fonts, folders, and how the data file is</source>
        <translation>版本、字体、目录和数据文件的情况</translation>
    </message>
    <message>
        <source>only this sheet; may be repeated</source>
        <translation>只导这一页，可写多次</translation>
    </message>
    <message>
        <source>which column holds a field, by letter or heading; may be repeated</source>
        <translation>哪一列是什么，写列号或列名，可写多次</translation>
    </message>
    <message>
        <source>rows to take on with running clocks; the others come in as history</source>
        <translation>哪些行作为在办案件计时，其余作为历史</translation>
    </message>
    <message>
        <source>where the numbers of the rows come from</source>
        <translation>编号的来源</translation>
    </message>
    <message>
        <source>how the matters reached the office</source>
        <translation>发现途径</translation>
    </message>
    <message>
        <source>tell what would come of it, write nothing</source>
        <translation>只试算，不写入</translation>
    </message>
    <message>
        <source>the file holds the three-level tree of categories</source>
        <translation>文件是三级分类表</translation>
    </message>
    <message>
        <source>the office to found when the folder is fresh</source>
        <translation>新目录里建立的单位名称</translation>
    </message>
    <message>
        <source>an empty folder, or one that is not there yet</source>
        <translation>空文件夹，或尚不存在的文件夹</translation>
    </message>
    <message>
        <source>how many cases</source>
        <translation>案件数量</translation>
    </message>
    <message>
        <source>over how many years, up to 30</source>
        <translation>跨多少年，最多 30 年</translation>
    </message>
    <message>
        <source>the same seed makes the same office</source>
        <translation>同一种子生成同样的街道</translation>
    </message>
    <message>
        <source>the evening the office has reached; without it this minute</source>
        <translation>街道所处日期（当晚 20 时）；不填为此刻</translation>
    </message>
    <message>
        <source>“{text}” is no number from 1 to {most}</source>
        <translation>“{text}”不是 1 到 {most} 的整数</translation>
    </message>
    <message>
        <source>“{text}” is no day like 2026-07-16</source>
        <translation>“{text}”不是 2026-07-16 这样的日期</translation>
    </message>
    <message>
        <source>which cases</source>
        <translation>哪些案件</translation>
    </message>
    <message>
        <source>with names and telephone numbers, not hidden</source>
        <translation>姓名、电话不隐藏</translation>
    </message>
    <message>
        <source>“{text}” is not FIELD=COLUMN</source>
        <translation>“{text}”不是 FIELD=COLUMN 的写法</translation>
    </message>
    <message>
        <source>Making the office</source>
        <translation>正在生成试用街道</translation>
    </message>
    <message>
        <source>{made} cases in {events} entries, {open} of them open, until {until}; {size} MiB</source>
        <translation>共 {made} 件、{events} 条记录，其中在办 {open} 件，截至 {until}；{size} MiB</translation>
    </message>
    <message>
        <source>Seconds: {orders:.0f} for the entries, {searching:.0f} to make them searchable</source>
        <translation>用时：写入 {orders:.0f} 秒，建检索 {searching:.0f} 秒</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>leads</source>
        <translation>主责</translation>
    </message>
    <message>
        <source>released at</source>
        <translation>撤离于</translation>
    </message>
    <message>
        <source>done at</source>
        <translation>完成于</translation>
    </message>
    <message>
        <source>without contact</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>处置用时</translation>
    </message>
    <message>
        <source>since arrival</source>
        <translation>到场后</translation>
    </message>
    <message>
        <source>since the whistle · own rule</source>
        <translation>吹哨后 · 自身规定</translation>
    </message>
    <message>
        <source>promised {time}</source>
        <translation>答应 {time} 到</translation>
    </message>
    <message>
        <source>{clock} over · limit {n}</source>
        <translation>{clock}超时 · 限 {n}</translation>
    </message>
    <message>
        <source>to {clock} · limit {n}</source>
        <translation>{clock}剩余 · 限 {n}</translation>
    </message>
    <message>
        <source> · entered late</source>
        <translation> · 补录</translation>
    </message>
    <message>
        <source>calls without answer: {n}</source>
        <translation>未接 {n} 次</translation>
    </message>
    <message>
        <source>came unasked</source>
        <translation>未召先到</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>未复述</translation>
    </message>
    <message>
        <source>head count due +{span}: lost?</source>
        <translation>清点超时 +{span}，是否失联？</translation>
    </message>
    <message>
        <source>promised {time}, passed</source>
        <translation>承诺 {time} 已过</translation>
    </message>
    <message>
        <source>wrong place: {place}</source>
        <translation>到错地点：{place}</translation>
    </message>
    <message>
        <source>{n} fewer than asked</source>
        <translation>少到 {n} 人</translation>
    </message>
    <message>
        <source>promised {time} in {span}</source>
        <translation>承诺 {time}，还有 {span}</translation>
    </message>
    <message>
        <source>asked {n}</source>
        <translation>要 {n}</translation>
    </message>
    <message>
        <source>promised {n}</source>
        <translation>承诺 {n}</translation>
    </message>
    <message>
        <source>count {n}</source>
        <translation>到 {n} 人</translation>
    </message>
    <message>
        <source>left {span}</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>no contact {span}</source>
        <translation>失联 {span}</translation>
    </message>
    <message>
        <source>no answer · tries {n}</source>
        <translation>未响应 · 未接 {n} 次</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未响应</translation>
    </message>
</context>
<context>
    <name>TileMenu</name>
    <message>
        <source>Call again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>Call (P)</source>
        <translation>打电话（P）</translation>
    </message>
    <message>
        <source>Order was read back</source>
        <translation>已复述无误</translation>
    </message>
    <message>
        <source>Promised time and number …</source>
        <translation>答应时间和人数…</translation>
    </message>
    <message>
        <source>Arrived, with number and time …</source>
        <translation>到场，记人数和时间…</translation>
    </message>
    <message>
        <source>Is at the wrong place …</source>
        <translation>到错地点…</translation>
    </message>
    <message>
        <source>Head count …</source>
        <translation>清点人数…</translation>
    </message>
    <message>
        <source>Contact again</source>
        <translation>恢复联系</translation>
    </message>
    <message>
        <source>Contact lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Order to this department …</source>
        <translation>给这个部门下指令…</translation>
    </message>
    <message>
        <source>Skip to, or enter late</source>
        <translation>跳到，或补录</translation>
    </message>
    <message>
        <source>Release, with head count …</source>
        <translation>批准撤离，清点人数…</translation>
    </message>
    <message>
        <source>Back at base</source>
        <translation>已归建</translation>
    </message>
    <message>
        <source>Refuses …</source>
        <translation>拒绝报到…</translation>
    </message>
    <message>
        <source>Another unit comes instead …</source>
        <translation>他单位替代…</translation>
    </message>
    <message>
        <source>Not needed any more …</source>
        <translation>不用来了…</translation>
    </message>
    <message>
        <source>Never came …</source>
        <translation>始终未到…</translation>
    </message>
    <message>
        <source>Left without release …</source>
        <translation>未批先离…</translation>
    </message>
    <message>
        <source>Lost contact cleared up …</source>
        <translation>失联已查清…</translation>
    </message>
    <message>
        <source>Undo the last entry (Ctrl+Z)</source>
        <translation>撤销上一步（Ctrl+Z）</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>caller</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>{what} filled in</source>
        <translation>补上{what}</translation>
    </message>
    <message>
        <source>the words were erased by law</source>
        <translation>文字已依法清除</translation>
    </message>
    <message>
        <source>A newer export tells</source>
        <translation>来源系统新导出的内容</translation>
    </message>
    <message>
        <source>nothing that changes this case</source>
        <translation>本件无变化</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not accepted elsewhere</source>
        <translation>在别处不予受理</translation>
    </message>
    <message>
        <source>ended elsewhere</source>
        <translation>在别处办结</translation>
    </message>
    <message>
        <source>handled by</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>fed back {time}</source>
        <translation>{time} 反馈</translation>
    </message>
    <message>
        <source>solved?</source>
        <translation>是否解决</translation>
    </message>
    <message>
        <source>satisfied?</source>
        <translation>是否满意</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Words, one of which must be there</source>
        <translation>算的词，用空格分开</translation>
    </message>
    <message>
        <source>Words that must not be there</source>
        <translation>不算的词</translation>
    </message>
    <message>
        <source>Season from month</source>
        <translation>高发季从几月</translation>
    </message>
    <message>
        <source>Season to month</source>
        <translation>到几月</translation>
    </message>
    <message>
        <source>Keep as a topic</source>
        <translation>存为专题</translation>
    </message>
    <message>
        <source>its points are listed, repaired, looked at before every season</source>
        <translation>列点位、整改、季前回头看</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存下</translation>
    </message>
    <message>
        <source>Kept as a topic.</source>
        <translation>已存为专题。</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>How likely</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>When it comes</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>后果</translation>
    </message>
    <message>
        <source>Who repairs</source>
        <translation>谁修</translation>
    </message>
    <message>
        <source>To be repaired by</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Assess the hazard</source>
        <translation>评估隐患</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Change the topic</source>
        <translation>改专题</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Remark (needed for long-term)</source>
        <translation>说明（长期的必填）</translation>
    </message>
    <message>
        <source>How far is the repair</source>
        <translation>整改进度</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出清单</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Before the season of</source>
        <translation>哪一年季前</translation>
    </message>
    <message>
        <source>What was seen (needed unless it holds)</source>
        <translation>情况（未复发可不填）</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>Done by (empty: the office's limit)</source>
        <translation>看完期限（空：按街道时限）</translation>
    </message>
    <message>
        <source>Schedule the look-back</source>
        <translation>安排回头看</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Scheduled.</source>
        <translation>已安排。</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Close the topic</source>
        <translation>结束专题</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>No point waits: assess one first (Enter).</source>
        <translation>没有待派的点位，先评估（Enter）。</translation>
    </message>
    <message>
        <source>{n}. {point} → {unit}</source>
        <translation>{n}. {point} → {unit}</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>…另有 {n} 处</translation>
    </message>
    <message>
        <source>Dispatch {n} cases before anybody complains</source>
        <translation>派出 {n} 件未诉先办</translation>
    </message>
    <message>
        <source>Text of every case</source>
        <translation>每件的内容</translation>
    </message>
    <message>
        <source>{n} cases dispatched.</source>
        <translation>已派出 {n} 件。</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>The season was compared with the former one.</source>
        <translation>已与上一季比较。</translation>
    </message>
    <message>
        <source>Entered: the special report went out.</source>
        <translation>记下：专题报告已报出。</translation>
    </message>
</context>
<context>
    <name>TopicsScreen</name>
    <message>
        <source>Topics</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>one word, its points, repaired and looked at before every season</source>
        <translation>一词到底：列点位、整改、季前回头看</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选</translation>
    </message>
    <message>
        <source>to the hazards</source>
        <translation>到隐患清单</translation>
    </message>
    <message>
        <source>assess</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>look back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>安排回头看</translation>
    </message>
    <message>
        <source>compare seasons</source>
        <translation>比两季</translation>
    </message>
    <message>
        <source>report went out</source>
        <translation>报告已报出</translation>
    </message>
    <message>
        <source>off the list</source>
        <translation>移出清单</translation>
    </message>
    <message>
        <source>its case</source>
        <translation>看案件</translation>
    </message>
    <message>
        <source>words</source>
        <translation>看关键词</translation>
    </message>
    <message>
        <source>change</source>
        <translation>改专题</translation>
    </message>
    <message>
        <source>close</source>
        <translation>结束专题</translation>
    </message>
    <message>
        <source>special report</source>
        <translation>专题报告</translation>
    </message>
    <message>
        <source>No topic yet</source>
        <translation>还没有专题</translation>
    </message>
    <message>
        <source>In Foresight, / takes words and S keeps them.</source>
        <translation>在前瞻里按 / 输入关键词，S 存为专题。</translation>
    </message>
    <message>
        <source>Special report</source>
        <translation>专题报告</translation>
    </message>
    <message>
        <source>Cases by month</source>
        <translation>各年各月来电</translation>
    </message>
    <message>
        <source>No hazard is listed</source>
        <translation>还没有列入隐患</translation>
    </message>
    <message>
        <source>F opens its words; H lists there.</source>
        <translation>按 F 看关键词，在那里按 H 列入。</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>隐患清单</translation>
    </message>
    <message>
        <source>In Foresight, / takes words over all years and S keeps them as a topic.</source>
        <translation>在前瞻里按 / 查历年关键词，S 存为专题。</translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation>{n} 处</translation>
    </message>
    <message>
        <source>look-back by {day}</source>
        <translation>回头看限 {day}</translation>
    </message>
    <message>
        <source>season {first}–{last}</source>
        <translation>高发季 {first}–{last} 月</translation>
    </message>
    <message>
        <source>{n} cases, as kept on {day}</source>
        <translation>{n} 件，{day} 的统计</translation>
    </message>
    <message>
        <source>What it does not prove</source>
        <translation>不能说明</translation>
    </message>
    <message>
        <source>rain and habits of reporting differ from year to year</source>
        <translation>雨型、报案习惯没有控制</translation>
    </message>
    <message>
        <source>few cases: counts only, no shares</source>
        <translation>件数少，只列数，不算比例</translation>
    </message>
    <message>
        <source>Next look-back</source>
        <translation>下次回头看</translation>
    </message>
    <message>
        <source>N schedules it</source>
        <translation>按 N 安排</translation>
    </message>
    <message>
        <source>Next look-back, season {year}</source>
        <translation>下次回头看，{year} 年季前</translation>
    </message>
    <message>
        <source>points to look at</source>
        <translation>处待看</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>限 {day}</translation>
    </message>
    <message>
        <source>B compares the season with the former one</source>
        <translation>按 B 与上一季比较</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Season {a} → {b}</source>
        <translation>{a} → {b} 同季</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>件</translation>
    </message>
    <message>
        <source>elsewhere {a} → {b}</source>
        <translation>未列入的地方 {a} → {b}</translation>
    </message>
    <message>
        <source>Repaired points</source>
        <translation>修过的点位再来电</translation>
    </message>
    <message>
        <source>cases at {n} points</source>
        <translation>件，{n} 处</translation>
    </message>
    <message>
        <source>not repaired: {was} → {now} at {n}</source>
        <translation>没修的 {n} 处：{was} → {now}</translation>
    </message>
    <message>
        <source>List hazards</source>
        <translation>列入隐患</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Report went out</source>
        <translation>报告已报出</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Schedule the look-back</source>
        <translation>安排回头看</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回头看</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The disk is full; nothing was saved. Free some space and press Retry.</source>
        <translation>磁盘满了，没存上。请腾出空间，再按“重试”。</translation>
    </message>
    <message>
        <source>The data folder cannot be written to: {path}. Check its rights and press Retry.</source>
        <translation>数据文件夹不能写入：{path}。请检查权限，再按“重试”。</translation>
    </message>
    <message>
        <source>The data file is damaged ({detail}). Restore the last backup; the damaged file is kept.</source>
        <translation>数据文件坏了（{detail}）。请恢复最近的备份；坏文件会留着。</translation>
    </message>
    <message>
        <source>Another program holds the data file. Close it and press Retry.</source>
        <translation>数据文件被别的程序占用。请关掉它，再按“重试”。</translation>
    </message>
    <message>
        <source>This data was written by a newer program (version {schema}, known {known}). Install the newer one.</source>
        <translation>数据比程序新（数据第 {schema} 版，本程序只认到第 {known} 版）。请装新版程序。</translation>
    </message>
    <message>
        <source>The data file cannot be read: it is encrypted and the key is missing or wrong, or it is damaged.</source>
        <translation>数据文件读不出：可能已加密而密钥没给或不对，也可能坏了。</translation>
    </message>
    <message>
        <source>The disk reports an error: {detail}. Check the disk and press Retry.</source>
        <translation>磁盘报错：{detail}。请检查磁盘，再按“重试”。</translation>
    </message>
    <message>
        <source>There is no such file: {path}</source>
        <translation>没有这个文件：{path}</translation>
    </message>
    <message>
        <source>This backup is damaged or not a backup ({part}). Choose another one; nothing was changed.</source>
        <translation>这份备份坏了，或不是备份（{part}）。请另选一份；现有数据没动。</translation>
    </message>
    <message>
        <source>{count} attached files are missing or altered. The entries are whole; bring the files back from a backup.</source>
        <translation>有 {count} 个附件缺失或被改动。记录完好，请从备份恢复附件。</translation>
    </message>
    <message>
        <source>Another window of the program is open on this folder (process {pid}).</source>
        <translation>这个文件夹已在另一个窗口打开（进程 {pid}）。</translation>
    </message>
    <message>
        <source>The folder {path} lies on a network drive or in a synchronised folder ({detail}); data would be lost there. Choose a folder on this computer's own disk.</source>
        <translation>文件夹 {path} 在网盘或同步文件夹里（{detail}），放那里会丢数据。请换到本机硬盘。</translation>
    </message>
    <message>
        <source>The window that holds the data has closed. Try again.</source>
        <translation>管数据的窗口已经关了。请再试一次。</translation>
    </message>
    <message>
        <source>The open window does not take commands from here. Try again.</source>
        <translation>已打开的窗口不接受这里的命令，请重试。</translation>
    </message>
    <message>
        <source>The open window is of another version of the program. Close it first.</source>
        <translation>已打开的窗口是另一版本的程序，请先关闭它。</translation>
    </message>
    <message>
        <source>No Chinese font was found. Install one (on Debian: fonts-noto-cjk).</source>
        <translation>找不到中文字体。请安装一种（Debian 装 fonts-noto-cjk）。</translation>
    </message>
    <message>
        <source>An error of the program ({detail}). Nothing was saved; the error was written to the log.</source>
        <translation>程序出错（{detail}）。这一笔没存上，错误已记入程序日志。</translation>
    </message>
    <message>
        <source>No font here has the signs “{text}”. Leave them out, or install a font that has them.</source>
        <translation>本机字体没有“{text}”这些字。请改掉，或装一种有它们的字体。</translation>
    </message>
    <message>
        <source>A font cannot be read: {path}. Install it anew.</source>
        <translation>字体读不出：{path}。请重新安装。</translation>
    </message>
    <message>
        <source>The printer “{printer}” is gone. Choose another one.</source>
        <translation>打印机“{printer}”不在了。另选一台。</translation>
    </message>
    <message>
        <source>“{printer}” did not take the pages. Look whether it is switched on, or save the PDF.</source>
        <translation>“{printer}”没有收下。看看是否开机，或先存 PDF。</translation>
    </message>
    <message>
        <source>“{printer}” did not take the pages and was given up.</source>
        <translation>“{printer}”没有收下，已放弃。</translation>
    </message>
    <message>
        <source>The paper could not be set without a fault ({detail}). Nothing was printed.</source>
        <translation>文书没有排好（{detail}），没有打印。</translation>
    </message>
    <message>
        <source>Not possible ({code}).</source>
        <translation>不能这样做（{code}）。</translation>
    </message>
</context>
<context>
    <name>UnitLineSheet</name>
    <message>
        <source>as the unit has it</source>
        <translation>按单位自己的</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>assists</source>
        <translation>配合</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主责</translation>
    </message>
    <message>
        <source>People asked for</source>
        <translation>要几个人</translation>
    </message>
    <message>
        <source>Called for (fills {ask})</source>
        <translation>叫来做什么（填入 {ask}）</translation>
    </message>
    <message>
        <source>Relation in this plan</source>
        <translation>本预案里的关系</translation>
    </message>
    <message>
        <source>Beforehand</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>only offered, not ticked</source>
        <translation>只备选，不勾选</translation>
    </message>
    <message>
        <source>Answer, minutes</source>
        <translation>响应，分钟</translation>
    </message>
    <message>
        <source>Leave, minutes</source>
        <translation>出发，分钟</translation>
    </message>
    <message>
        <source>Arrive, minutes</source>
        <translation>到场，分钟</translation>
    </message>
    <message>
        <source>Unit of the plan</source>
        <translation>预案里的部门</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>增加部门</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>就这样</translation>
    </message>
</context>
<context>
    <name>UnitSection</name>
    <message>
        <source>the relation decides what may be said: ordered, called in, asked, told</source>
        <translation>关系决定怎么说：命令、调度、请求、报告</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>new unit</source>
        <translation>新单位</translation>
    </message>
    <message>
        <source>retire, bring back</source>
        <translation>停用、恢复</translation>
    </message>
    <message>
        <source>call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>find</source>
        <translation>找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>找</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>找单位</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>This unit</source>
        <translation>这个单位</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Who is called, in this order</source>
        <translation>联系顺序</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>only added to, never deleted</source>
        <translation>只加不删</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Own forces</source>
        <translation>街道力量</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>{n} in use</source>
        <translation>在用 {n} 个</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无电话</translation>
    </message>
    <message>
        <source>First action: {action}</source>
        <translation>到场第一动作：{action}</translation>
    </message>
    <message>
        <source>Plans with it ({n}): {names}</source>
        <translation>在 {n} 个预案里：{names}</translation>
    </message>
    <message>
        <source>{name} · plans that name it: {n}</source>
        <translation>{name} · {n} 个预案里有它</translation>
    </message>
    <message>
        <source>In no plan</source>
        <translation>不在任何预案里</translation>
    </message>
    <message>
        <source>Answer / leave / arrive: {words} min from the whistle</source>
        <translation>响应 / 出发 / 到场：吹哨后 {words} 分</translation>
    </message>
    <message>
        <source>Limits: its own rule; times are shown, never judged</source>
        <translation>时限：自身规定，只显示，不考核</translation>
    </message>
    <message>
        <source>Limits: those of the office, {words} min</source>
        <translation>时限：按街道时限，{words} 分</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}，{day}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>First action</source>
        <translation>到场第一动作</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Write at least one limit in minutes.</source>
        <translation>至少写一个时限，单位分钟。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Saved; it holds from the next whistle on</source>
        <translation>已保存，下一次吹哨起用</translation>
    </message>
    <message>
        <source>Back in use</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>停用原因</translation>
    </message>
    <message>
        <source>Taken out of use; the history keeps it</source>
        <translation>已停用，历史里还在</translation>
    </message>
</context>
<context>
    <name>UnitSheet</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>the office's limits</source>
        <translation>按街道时限</translation>
    </message>
    <message>
        <source>its own rule: shown, not judged</source>
        <translation>自身规定：只显示，不考核</translation>
    </message>
    <message>
        <source>minutes of its own</source>
        <translation>另定分钟</translation>
    </message>
    <message>
        <source>First action on the scene</source>
        <translation>到场第一动作</translation>
    </message>
    <message>
        <source>Answer, minutes</source>
        <translation>响应（分）</translation>
    </message>
    <message>
        <source>Leave, minutes</source>
        <translation>出发（分）</translation>
    </message>
    <message>
        <source>Arrive, minutes</source>
        <translation>到场（分）</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>新单位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Who is called, in this order</source>
        <translation>联系顺序</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Own force</source>
        <translation>街道力量</translation>
    </message>
    <message>
        <source>Direct: our own force. It is ordered, and it reports to us.</source>
        <translation>直：自己的力量，可下命令，向街道报告。</translation>
    </message>
    <message>
        <source>Dispatch: a branch or district department. It may be called in and assessed.</source>
        <translation>调：派出机构或区属部门，可以调度、考核。</translation>
    </message>
    <message>
        <source>Request: it has its own command. It is asked, never ordered, and not assessed.</source>
        <translation>请：有自己的指挥，只请求、不命令、不考核。</translation>
    </message>
    <message>
        <source>Report: it is only informed; it may take over the command.</source>
        <translation>报：只报告；可以接管指挥。</translation>
    </message>
    <message>
        <source>office's limits</source>
        <translation>街道时限</translation>
    </message>
    <message>
        <source>own rule</source>
        <translation>自身规定</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Duty phone</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Answer / leave / arrive</source>
        <translation>响应 / 出发 / 到场</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>First action</source>
        <translation>到场第一动作</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无电话</translation>
    </message>
</context>
<context>
    <name>Unmask</name>
    <message>
        <source>to contact the citizen</source>
        <translation>联系来电人</translation>
    </message>
    <message>
        <source>to check who it is</source>
        <translation>核对是谁</translation>
    </message>
    <message>
        <source>to hand it to the unit that handles it</source>
        <translation>转给承办单位</translation>
    </message>
    <message>
        <source>another reason, in words</source>
        <translation>其他原因（写明）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>Show name, number and words</source>
        <translation>显示姓名、号码和原话</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>for {n} minutes; who, when and why is logged</source>
        <translation>显示 {n} 分钟；谁、何时、为何看，都记在案</translation>
    </message>
</context>
<context>
    <name>Unmasking</name>
    <message>
        <source>checking the transfer list with a family</source>
        <translation>如：与家属核对转移名单</translation>
    </message>
    <message>
        <source>Why the names are needed</source>
        <translation>为什么要看姓名</translation>
    </message>
    <message>
        <source>Show personal data</source>
        <translation>显示个人信息</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>at this seat for {n} minutes; who, when and why is logged</source>
        <translation>只在本坐席显示 {n} 分钟；谁、何时、为什么都记入日志</translation>
    </message>
    <message>
        <source>Shown at this seat; it is logged</source>
        <translation>已在本坐席显示，已记入日志</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Not saved ({n}): {why}</source>
        <translation>{n} 笔没存上：{why}</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>VenueSheet</name>
    <message>
        <source>Crowded venues</source>
        <translation>人员密集场所</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>they drill at the shorter interval</source>
        <translation>按较短间隔演练</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>lesson: {words}</source>
        <translation>教训：{words}</translation>
    </message>
    <message>
        <source>a lesson taken out</source>
        <translation>划去一条教训</translation>
    </message>
    <message>
        <source>what changes: {words}</source>
        <translation>整改：{words}</translation>
    </message>
    <message>
        <source>a change taken out</source>
        <translation>划去一条整改</translation>
    </message>
    <message>
        <source>done, proof: {words}</source>
        <translation>整改完成，证明：{words}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>special team</source>
        <translation>专班</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>主管领导</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>of {time}</source>
        <translation>发生 {time}</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>第 {n} 版</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>没发布</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}，{day}</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>draft, not published</source>
        <translation>草稿，没发布</translation>
    </message>
    <message>
        <source>Signed versions</source>
        <translation>签字版本</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>之后的改动</translation>
    </message>
    <message>
        <source>Enter shows a version as it was signed</source>
        <translation>按 Enter 看签字时的原文</translation>
    </message>
    <message>
        <source>No version is signed yet. M signs.</source>
        <translation>还没签过字。按 M 签名。</translation>
    </message>
    <message>
        <source>Neither signed nor printed yet.</source>
        <translation>还没签过，也没打印过。</translation>
    </message>
    <message>
        <source>Since {what}, entries: {n}</source>
        <translation>{what}之后的改动：{n} 条</translation>
    </message>
    <message>
        <source>Since {what} nothing has changed.</source>
        <translation>{what}之后没有改动。</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>All in hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>For me to do</source>
        <translation>我的待办</translation>
    </message>
    <message>
        <source>Due within a day</source>
        <translation>一天内到期</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派单</translation>
    </message>
    <message>
        <source>Not signed for</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复来电</translation>
    </message>
    <message>
        <source>Collective</source>
        <translation>集体诉求</translation>
    </message>
    <message>
        <source>Before complaint</source>
        <translation>未诉先办</translation>
    </message>
    <message>
        <source>Before a leader</source>
        <translation>已报领导</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>To look back</source>
        <translation>待回头看</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Work views</source>
        <translation>工作视图</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>存的视图</translation>
    </message>
    <message>
        <source>How found · in hand</source>
        <translation>发现途径 · 在办</translation>
    </message>
</context>
<context>
    <name>Wallboard</name>
    <message>
        <source>left {span}</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>not yet there first</source>
        <translation>未到在前</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 个</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>REAL</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>first {n} of {all}</source>
        <translation>前 {n}，共 {all}</translation>
    </message>
    <message>
        <source>No open case</source>
        <translation>没有在办案件</translation>
    </message>
    <message>
        <source>open and overdue counts as a failure</source>
        <translation>未办且超时按未达标计</translation>
    </message>
    <message>
        <source>nothing due yet</source>
        <translation>还没有到期的</translation>
    </message>
    <message>
        <source>too few for a rate</source>
        <translation>不足 10 件不算率</translation>
    </message>
    <message>
        <source>arrived / called</source>
        <translation>到场 / 召集</translation>
    </message>
    <message>
        <source>No whistle was blown yet</source>
        <translation>还没有吹过哨</translation>
    </message>
    <message>
        <source>at post</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>no shift is planned</source>
        <translation>还没排班</translation>
    </message>
    <message>
        <source>False alarm. {words}</source>
        <translation>误报。{words}</translation>
    </message>
    <message>
        <source>Stand-down. {words}</source>
        <translation>解除响应。{words}</translation>
    </message>
    <message>
        <source>Drill ended. {words}</source>
        <translation>演练结束。{words}</translation>
    </message>
    <message>
        <source>Place: {place_words}</source>
        <translation>地点：{place_words}</translation>
    </message>
    <message>
        <source>Leader on the scene</source>
        <translation>带班领导到场</translation>
    </message>
    <message>
        <source>Command post set up: {place_words}</source>
        <translation>指挥部成立：{place_words}</translation>
    </message>
    <message>
        <source>Command handed over to {to}</source>
        <translation>指挥权移交{to}</translation>
    </message>
    <message>
        <source>Command taken back</source>
        <translation>指挥权交回街道</translation>
    </message>
    <message>
        <source>Command post withdrawn</source>
        <translation>撤收指挥部</translation>
    </message>
    <message>
        <source>Main leader told</source>
        <translation>已报主要领导</translation>
    </message>
    <message>
        <source>District told by phone</source>
        <translation>已电话报区</translation>
    </message>
    <message>
        <source>District told in writing</source>
        <translation>已书面报区</translation>
    </message>
    <message>
        <source>Initial report sent</source>
        <translation>初报已送</translation>
    </message>
    <message>
        <source>Follow-up report sent</source>
        <translation>续报已送</translation>
    </message>
    <message>
        <source>Final report sent</source>
        <translation>终报已送</translation>
    </message>
    <message>
        <source>Supplement sent</source>
        <translation>补报已送</translation>
    </message>
    <message>
        <source>Report written for exercise</source>
        <translation>写了一份演练报告</translation>
    </message>
    <message>
        <source>Whistle blown, departments called: {n}</source>
        <translation>吹哨，召集 {n} 个部门</translation>
    </message>
    <message>
        <source>Order: {words}</source>
        <translation>指令：{words}</translation>
    </message>
    <message>
        <source>Done: {order}</source>
        <translation>完成：{order}</translation>
    </message>
    <message>
        <source>{unit} in contact again</source>
        <translation>{unit} 恢复联系</translation>
    </message>
    <message>
        <source>, count {n}</source>
        <translation>，{n} 人</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门报到</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新情况</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>当班</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>since the whistle</source>
        <translation>吹哨后</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>失联未应</translation>
    </message>
    <message>
        <source>Stood down</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>place to be confirmed</source>
        <translation>地点待定</translation>
    </message>
    <message>
        <source>stood down {time}</source>
        <translation>{time} 解除</translation>
    </message>
    <message>
        <source>false alarm {time}</source>
        <translation>{time} 定为误报</translation>
    </message>
    <message>
        <source>no command post yet</source>
        <translation>指挥部未成立</translation>
    </message>
    <message>
        <source>led by {name}; ours supports</source>
        <translation>由{name}指挥，街道配合</translation>
    </message>
    <message>
        <source>commander {name}</source>
        <translation>总指挥 {name}</translation>
    </message>
    <message>
        <source>post at {place}</source>
        <translation>指挥部在{place}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>First due</source>
        <translation>先到期的</translation>
    </message>
    <message>
        <source>Taken in today</source>
        <translation>今日受理</translation>
    </message>
    <message>
        <source>Three rates</source>
        <translation>三率 · 本月</translation>
    </message>
    <message>
        <source>Last whistles</source>
        <translation>最近吹哨</translation>
    </message>
    <message>
        <source>Communities signed in</source>
        <translation>社区签到</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>next {time}</source>
        <translation>最早 {time}</translation>
    </message>
    <message>
        <source>longest {span}</source>
        <translation>最久 {span}</translation>
    </message>
    <message>
        <source>Due within the hour</source>
        <translation>1 小时内到期</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派单</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>今日办结</translation>
    </message>
    <message>
        <source>{n} taken in</source>
        <translation>受理 {n}</translation>
    </message>
    <message>
        <source>cases {n}</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>waiting {span}</source>
        <translation>最久 {span}</translation>
    </message>
    <message>
        <source>no limit runs</source>
        <translation>没有在计的时限</translation>
    </message>
    <message>
        <source>Next: {what}, {span} left</source>
        <translation>下一件 {what}，还有 {span}</translation>
    </message>
    <message>
        <source>not dispatched</source>
        <translation>未派</translation>
    </message>
    <message>
        <source>Response rate</source>
        <translation>响应率</translation>
    </message>
    <message>
        <source>Resolution rate</source>
        <translation>解决率</translation>
    </message>
    <message>
        <source>Satisfaction rate</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>{month}/1 to {day}</source>
        <translation>{month}月1日至{day}日</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>至 {time}</translation>
    </message>
    <message>
        <source>no next shift is planned</source>
        <translation>下一班还没排</translation>
    </message>
    <message>
        <source>Next shift {time}</source>
        <translation>下一班 {time}</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>{office} · on duty</source>
        <translation>{office} · 值守</translation>
    </message>
    <message>
        <source>No office yet</source>
        <translation>还没建街道</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>数据停在 {time}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>读不到数据</translation>
    </message>
    <message>
        <source>more real incidents: {n}</source>
        <translation>另有真实事件 {n} 起</translation>
    </message>
    <message>
        <source>more drills: {n}</source>
        <translation>另有演练 {n} 场</translation>
    </message>
    <message>
        <source>No incident is running</source>
        <translation>无在办突发事件</translation>
    </message>
    <message>
        <source>No incident for {span}</source>
        <translation>无在办突发事件，已 {span}</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} 日 {h} 时</translation>
    </message>
</context>
<context>
    <name>WarningDetail</name>
    <message>
        <source>Emergency whistle</source>
        <translation>吹应急哨</translation>
    </message>
    <message>
        <source>Call and answer</source>
        <translation>叫应</translation>
    </message>
    <message>
        <source>More</source>
        <translation>加名单</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>叫应名单还是空的</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>过程记录</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加一项</translation>
    </message>
    <message>
        <source>No checklist yet</source>
        <translation>还没有措施清单</translation>
    </message>
    <message>
        <source>It begins once it was judged.</source>
        <translation>研判后列出。</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>续班</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>Sum up</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>列名单</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>everybody answers until {time}</source>
        <translation>{time} 前全部答应</translation>
    </message>
    <message>
        <source>holds until</source>
        <translation>有效期到</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>through {source}</source>
        <translation>来自{source}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Judge first whether it touches us.</source>
        <translation>先研判是否影响本街道。</translation>
    </message>
    <message>
        <source>It does not touch us.</source>
        <translation>不影响本街道。</translation>
    </message>
    <message>
        <source>A makes the list of those who have to answer.</source>
        <translation>按 A 列叫应名单。</translation>
    </message>
    <message>
        <source>first telling</source>
        <translation>第一轮</translation>
    </message>
    <message>
        <source>told anew after the change</source>
        <translation>变更后重叫</translation>
    </message>
    <message>
        <source>told of the end</source>
        <translation>通知解除</translation>
    </message>
    <message>
        <source>answered {n} / {of}</source>
        <translation>已答应 {n} / {of}</translation>
    </message>
    <message>
        <source>{way} {time}, no answer</source>
        <translation>{way} {time} 没人接</translation>
    </message>
    <message>
        <source>Struck</source>
        <translation>不用叫</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答应</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>该上门</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再叫一次</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>待叫</translation>
    </message>
    <message>
        <source>to be moved {planned}, moved {moved}, refused {refused}</source>
        <translation>应转 {planned}，已转 {moved}，拒转 {refused}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>{leader} on site, until {time}</source>
        <translation>{leader}带班，到 {time}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>要查</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>应急哨</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
</context>
<context>
    <name>WarningForm</name>
    <message>
        <source>— choose —</source>
        <translation>— 请选 —</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>预警种类</translation>
    </message>
    <message>
        <source>Warning level</source>
        <translation>预警级别</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>从哪里收到</translation>
    </message>
    <message>
        <source>Given out by</source>
        <translation>发布单位</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>影响区域</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>When it came in</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Text as it came</source>
        <translation>预警原文</translation>
    </message>
    <message>
        <source>A warning came in</source>
        <translation>接收预警</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>{what} {colour} warning</source>
        <translation>{what}{colour}预警</translation>
    </message>
    <message>
        <source>it touches us</source>
        <translation>影响本街道</translation>
    </message>
    <message>
        <source>it does not touch us</source>
        <translation>不影响本街道</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>研判结论</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>要查什么</translation>
    </message>
    <message>
        <source>Judge: does it touch us</source>
        <translation>研判：是否影响本街道</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Plan of an emergency whistle on it</source>
        <translation>吹应急哨用的预案</translation>
    </message>
    <message>
        <source>Measures at {colour}, one a line</source>
        <translation>{colour}措施，一行一项</translation>
    </message>
    <message>
        <source>Answers from {colour} on</source>
        <translation>{colour}起叫应</translation>
    </message>
    <message>
        <source>nobody more</source>
        <translation>不增加</translation>
    </message>
    <message>
        <source>What is done: {what}</source>
        <translation>预警措施：{what}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>each colour adds to the milder ones</source>
        <translation>高一级的，加上低级的全部</translation>
    </message>
    <message>
        <source>on the list: {n} more</source>
        <translation>列入 {n} 个</translation>
    </message>
    <message>
        <source>Others: name and number, one a line</source>
        <translation>其他：姓名和电话，一行一个</translation>
    </message>
    <message>
        <source>Who has to answer</source>
        <translation>叫应名单</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>列入名单</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>谁答应的</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>{name} answers</source>
        <translation>{name}：已答应</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答应</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{name} need not answer</source>
        <translation>{name}：不用再叫</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Another measure</source>
        <translation>加一项措施</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>no response started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Response level</source>
        <translation>响应级别</translation>
    </message>
    <message>
        <source>neither the warning level nor the grade of an event</source>
        <translation>不是预警级别，也不是事件等级</translation>
    </message>
    <message>
        <source>To be moved</source>
        <translation>应转人数</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已转人数</translation>
    </message>
    <message>
        <source>Refused to go</source>
        <translation>拒转人数</translation>
    </message>
    <message>
        <source>Who refused, what was done</source>
        <translation>谁拒转、怎么处理的</translation>
    </message>
    <message>
        <source>People moved to safety</source>
        <translation>人员转移</translation>
    </message>
    <message>
        <source>empty is unknown; the counts have to agree in the end</source>
        <translation>不填就是不明；最后各数要对得上</translation>
    </message>
    <message>
        <source>Leader on site</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>The shift stays on</source>
        <translation>续班</translation>
    </message>
    <message>
        <source>New level</source>
        <translation>新级别</translation>
    </message>
    <message>
        <source>The warning changes</source>
        <translation>预警变更</translation>
    </message>
    <message>
        <source>everybody has to answer anew</source>
        <translation>名单上的都要重新叫应</translation>
    </message>
    <message>
        <source>The warning is lifted</source>
        <translation>预警解除</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Why something is still open</source>
        <translation>为什么还有没完成的</translation>
    </message>
    <message>
        <source>Sum up</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>called {n}, answered {a}, {v} of them by going there</source>
        <translation>叫应 {n} 个，答应 {a} 个，其中上门 {v} 个</translation>
    </message>
    <message>
        <source>the last one after {time}</source>
        <translation>最后一个用时 {time}</translation>
    </message>
    <message>
        <source>measures {n} of {of}</source>
        <translation>措施完成 {n} / {of}</translation>
    </message>
    <message>
        <source>moved {n} of {of}</source>
        <translation>已转 {n} / {of} 人</translation>
    </message>
</context>
<context>
    <name>WarningLog</name>
    <message>
        <source>Received: {colour}</source>
        <translation>接收：{colour}</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>On the list: {n} more</source>
        <translation>列入叫应名单：{n} 个</translation>
    </message>
    <message>
        <source>{name} ({way}): {answer}</source>
        <translation>{name}（{way}）：{answer}</translation>
    </message>
    <message>
        <source>A try was taken back</source>
        <translation>撤回一次叫应</translation>
    </message>
    <message>
        <source>{name} need not answer</source>
        <translation>{name}不用再叫</translation>
    </message>
    <message>
        <source>Measure added</source>
        <translation>加一项措施</translation>
    </message>
    <message>
        <source>{done}: {measure}</source>
        <translation>{done}：{measure}</translation>
    </message>
    <message>
        <source>Response: {level}</source>
        <translation>响应：{level}</translation>
    </message>
    <message>
        <source>Moved {moved} of {planned}, refused {refused}</source>
        <translation>已转 {moved} 人，应转 {planned} 人，拒转 {refused} 人</translation>
    </message>
    <message>
        <source>Shift stays until {until}</source>
        <translation>续班到 {until}</translation>
    </message>
    <message>
        <source>Changed: {colour}</source>
        <translation>变更：{colour}</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>An emergency whistle was blown</source>
        <translation>已吹应急响应哨</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Overdue: {clock}</source>
        <translation>超时：{clock}</translation>
    </message>
    <message>
        <source>the words were erased by law</source>
        <translation>文字已依法销毁</translation>
    </message>
    <message>
        <source>entered late</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>{who} answers</source>
        <translation>{who}答应</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没人接</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办完</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>改回未办</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>does not touch us</source>
        <translation>不影响</translation>
    </message>
    <message>
        <source>to judge</source>
        <translation>待研判</translation>
    </message>
    <message>
        <source>to call</source>
        <translation>待叫应</translation>
    </message>
    <message>
        <source>calling</source>
        <translation>叫应中</translation>
    </message>
    <message>
        <source>all answered</source>
        <translation>全部答应</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>summed up</source>
        <translation>已小结</translation>
    </message>
    <message>
        <source>community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>force</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>对讲</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>answered {n} / {of}</source>
        <translation>已答应 {n} / {of}</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Who has to answer</source>
        <translation>叫应对象</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who answered, when</source>
        <translation>谁答应、何时</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>Call and answer</source>
        <translation>叫应</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Longer shift</source>
        <translation>续班</translation>
    </message>
    <message>
        <source>Change, end</source>
        <translation>变更、解除</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>touches us</source>
        <translation>影响本街道</translation>
    </message>
    <message>
        <source>touches {n} places</source>
        <translation>影响 {n} 处</translation>
    </message>
    <message>
        <source>done {n} / {of}</source>
        <translation>办完 {n} / {of}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>到 {time}</translation>
    </message>
    <message>
        <source>changed {n} times</source>
        <translation>变更 {n} 次</translation>
    </message>
</context>
<context>
    <name>WarningsScreen</name>
    <message>
        <source>Warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>in force {n}</source>
        <translation>生效 {n}</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选一条</translation>
    </message>
    <message>
        <source>received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>到名单</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答应</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没人接</translation>
    </message>
    <message>
        <source>gone there</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>tick a measure</source>
        <translation>勾措施</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>续班</translation>
    </message>
    <message>
        <source>response</source>
        <translation>响应级别</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>emergency whistle</source>
        <translation>吹应急哨</translation>
    </message>
    <message>
        <source>what is done at this sort</source>
        <translation>改这类措施</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No warning is in force</source>
        <translation>没有生效的预警</translation>
    </message>
    <message>
        <source>N enters one that came in. Everybody on its list has to answer, not only to receive it.</source>
        <translation>按 N 接收一条。名单上的都要答应，收到不算。</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>Folder imported by itself</source>
        <translation>自动导入的文件夹</translation>
    </message>
    <message>
        <source>folder where another system puts its exports</source>
        <translation>别的系统放导出表的文件夹</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>开始盯守</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止盯守</translation>
    </message>
    <message>
        <source>Read the first one</source>
        <translation>打开第一个</translation>
    </message>
    <message>
        <source>Looked into every half minute; what is new and whole is imported by itself, once.</source>
        <translation>每半分钟看一次；新出现且写完的表自动导入，只导一次。</translation>
    </message>
    <message>
        <source>Files are only read. Those whose columns are not recognised wait for you.</source>
        <translation>文件只读不改；认不出列的留给您来定。</translation>
    </message>
    <message>
        <source>Not yet looked into since the start.</source>
        <translation>启动后还没有看过。</translation>
    </message>
    <message>
        <source>Last look {at}; files not yet whole: {n}</source>
        <translation>上次查看 {at}；还没写完的文件 {n} 个</translation>
    </message>
</context>
<context>
    <name>WeightsSheet</name>
    <message>
        <source>Score sheet</source>
        <translation>评估表</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>{n} d</source>
        <translation>{n} 日</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} d {h} h</source>
        <translation>{n} 日 {h} 小时</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今日 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨日 {time}</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>{month}/{day} {weekday}</source>
        <translation>{month}月{day}日 {weekday}</translation>
    </message>
</context>
<context>
    <name>WhistleScreen</name>
    <message>
        <source>Whistle console</source>
        <translation>吹哨台</translation>
    </message>
    <message>
        <source>choose the plan</source>
        <translation>选预案</translation>
    </message>
    <message>
        <source>find a plan</source>
        <translation>找预案</translation>
    </message>
    <message>
        <source>add or drop a unit</source>
        <translation>增减部门</translation>
    </message>
    <message>
        <source>another unit</source>
        <translation>加部门</translation>
    </message>
    <message>
        <source>place</source>
        <translation>改地点</translation>
    </message>
    <message>
        <source>hold one second to blow</source>
        <translation>按住 1 秒吹哨</translation>
    </message>
    <message>
        <source>real / drill</source>
        <translation>真实 / 演练</translation>
    </message>
    <message>
        <source>leave; nobody is told anything</source>
        <translation>放弃，不通知任何人</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>出了什么事</translation>
    </message>
    <message>
        <source>a digit, or pinyin initials</source>
        <translation>按数字，或打拼音首字母</translation>
    </message>
    <message>
        <source>such as qt for “other”</source>
        <translation>如 qt 找“其他”</translation>
    </message>
    <message>
        <source>Find a plan</source>
        <translation>找预案</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Who is called</source>
        <translation>通知谁</translation>
    </message>
    <message>
        <source>Another unit</source>
        <translation>加部门</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>First five minutes</source>
        <translation>头五分钟</translation>
    </message>
    <message>
        <source>a drill starts only from a drill plan; they are written in the settings (Ctrl ,)</source>
        <translation>演练只从演练方案开始，方案在设置里写（Ctrl 加逗号）</translation>
    </message>
    <message>
        <source>orders that go out with the whistle: {n}</source>
        <translation>吹哨时下达 {n} 条指令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>a few words</source>
        <translation>一句话说情况</translation>
    </message>
    <message>
        <source>first guess, assembly point</source>
        <translation>初判、集结点</translation>
    </message>
    <message>
        <source>join the one that runs</source>
        <translation>并入在办</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>另一件</translation>
    </message>
    <message>
        <source>without what came along</source>
        <translation>不带入</translation>
    </message>
    <message>
        <source>Text to read out</source>
        <translation>电话口令</translation>
    </message>
    <message>
        <source>Look, then blow</source>
        <translation>核对，吹哨</translation>
    </message>
    <message>
        <source>place to be confirmed</source>
        <translation>地点待定</translation>
    </message>
    <message>
        <source>Already running? {number} {what}, {span} ago</source>
        <translation>是否已在办？{number} {what}，{span}前</translation>
    </message>
    <message>
        <source>Real whistle. Departments telephoned in order: {n}.</source>
        <translation>真实吹哨。按次序打电话通知 {n} 个部门。</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: read the text aloud and tick. Everything is on record.</source>
        <translation>不会自动发送，照口令念、逐个打勾；全程留痕，进入考核与复盘。</translation>
    </message>
    <message>
        <source>Drill. Only those who take part are called; every text begins 【演练】.</source>
        <translation>演练。只叫参演单位；每条口令以【演练】开头。</translation>
    </message>
    <message>
        <source>Counts in no assessment; frame and watermark stay until the drill ends.</source>
        <translation>不计入考核；斜纹框和水印一直留到演练结束。</translation>
    </message>
    <message>
        <source>plans: {n}</source>
        <translation>共 {n} 个预案</translation>
    </message>
    <message>
        <source>ticked: {n}; Space adds and drops</source>
        <translation>已勾选 {n} 个部门；空格增减</translation>
    </message>
    <message>
        <source>choose a plan first, or press A</source>
        <translation>先选预案，或按 A 加部门</translation>
    </message>
    <message>
        <source>The plan has no text for this relation.</source>
        <translation>预案没写这种关系的口令。</translation>
    </message>
    <message>
        <source>no drill plan</source>
        <translation>缺演练方案</translation>
    </message>
    <message>
        <source>choose one with a digit</source>
        <translation>按数字选一个</translation>
    </message>
    <message>
        <source>nobody to call</source>
        <translation>缺部门</translation>
    </message>
    <message>
        <source>choose a plan with a digit, or press [A]</source>
        <translation>按数字选预案，或按 [A] 加部门</translation>
    </message>
    <message>
        <source>Blow · DRILL</source>
        <translation>吹哨 · 演练</translation>
    </message>
    <message>
        <source>Blow · REAL</source>
        <translation>吹哨 · 真实</translation>
    </message>
    <message>
        <source>hold [Enter] for 1 s, let go to stop</source>
        <translation>按住 [Enter] 1 秒，松开即取消</translation>
    </message>
    <message>
        <source>The call is noted at {number}</source>
        <translation>来电已记入 {number}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>as the place has it</source>
        <translation>按地点自动选</translation>
    </message>
    <message>
        <source>Assembly point</source>
        <translation>集结点</translation>
    </message>
    <message>
        <source>or in words</source>
        <translation>或写明地点</translation>
    </message>
    <message>
        <source>First guess, assembly point</source>
        <translation>初判、集结点</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>a first guess; the grade is not ours to publish</source>
        <translation>只是初判，街道不对外发布等级</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Own forces</source>
        <translation>街道自有力量</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Street command centre</source>
        <translation>街道指挥中心</translation>
    </message>
    <message>
        <source>Cases, places, people (pinyin initials work)</source>
        <translation>搜案件、点位、人，可用首字母</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>吹哨台</translation>
    </message>
    <message>
        <source>Muster</source>
        <translation>集结</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>联动</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>监督</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>报到板</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>信息报送</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>实施</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>Problem bank</source>
        <translation>问题库</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>居民提案</translation>
    </message>
    <message>
        <source>Responsibilities</source>
        <translation>职责清单</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>Three rates</source>
        <translation>三率点评</translation>
    </message>
    <message>
        <source>Foresight</source>
        <translation>前瞻</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Command post</source>
        <translation>指挥部</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>街巷长</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>blow a whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>register a case</source>
        <translation>登记案件</translation>
    </message>
    <message>
        <source>acknowledge the newest alarm</source>
        <translation>知悉最近告警</translation>
    </message>
    <message>
        <source>search everything</source>
        <translation>搜全部</translation>
    </message>
    <message>
        <source>change who sits here</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>screens</source>
        <translation>换画面</translation>
    </message>
    <message>
        <source>next tab</source>
        <translation>下一页签</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>wallboard</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>real event during a drill</source>
        <translation>终止演练，转真实</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Noted: {what}</source>
        <translation>已知悉：{what}</translation>
    </message>
    <message>
        <source>No alarm waits to be acknowledged</source>
        <translation>没有待知悉的告警</translation>
    </message>
    <message>
        <source>Blow a whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Register a case</source>
        <translation>登记案件</translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Change who sits here</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Switch day and night theme</source>
        <translation>切换日间、夜间主题</translation>
    </message>
    <message>
        <source>Mute the alarm tone for ten minutes</source>
        <translation>告警静音 10 分钟</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Enter what was written by hand</source>
        <translation>补录手工记录</translation>
    </message>
    <message>
        <source>Print the paper kit for a dead computer</source>
        <translation>打印停电手工应急卡</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>看全部快捷键</translation>
    </message>
    <message>
        <source>Open the wallboard</source>
        <translation>打开大屏</translation>
    </message>
    <message>
        <source>The computer's clock moved by {span}. Alarms wait half a minute.</source>
        <translation>本机时钟跳了 {span}，告警暂缓半分钟。</translation>
    </message>
    <message>
        <source>Backup made and checked</source>
        <translation>已备份，并验过</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>To call</source>
        <translation>待通知</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已响应</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>Tasked</source>
        <translation>已领任务</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Standing by</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已撤离</translation>
    </message>
    <message>
        <source>Back at base</source>
        <translation>已归建</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未响应</translation>
    </message>
    <message>
        <source>Contact lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>替代</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Told that it is over</source>
        <translation>已告知解除</translation>
    </message>
    <message>
        <source>Never came</source>
        <translation>始终未到</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>提前离场</translation>
    </message>
    <message>
        <source>Cleared up</source>
        <translation>已查清</translation>
    </message>
    <message>
        <source>D|relation</source>
        <translation>直|relation</translation>
    </message>
    <message>
        <source>direct: our own force</source>
        <translation>直属：自己的力量</translation>
    </message>
    <message>
        <source>C|relation</source>
        <translation>调|relation</translation>
    </message>
    <message>
        <source>may be called in</source>
        <translation>可以调度</translation>
    </message>
    <message>
        <source>R|relation</source>
        <translation>请|relation</translation>
    </message>
    <message>
        <source>asked for support</source>
        <translation>请求支援，不考核</translation>
    </message>
    <message>
        <source>I|relation</source>
        <translation>报|relation</translation>
    </message>
    <message>
        <source>informed</source>
        <translation>报告告知</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>特急</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Complex</source>
        <translation>复杂</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派单</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派单</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>退单争议</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Citizen contacted</source>
        <translation>已联系</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Extension asked</source>
        <translation>延期待批</translation>
    </message>
    <message>
        <source>Whistle blown</source>
        <translation>已吹哨</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>会商中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Fed back</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核查</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>To redo</source>
        <translation>待重办</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Looked back</source>
        <translation>已回头看</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已并案</translation>
    </message>
    <message>
        <source>District assignment</source>
        <translation>区里交办</translation>
    </message>
    <message>
        <source>12345 hotline</source>
        <translation>12345</translation>
    </message>
    <message>
        <source>Section's own work</source>
        <translation>科室上报</translation>
    </message>
    <message>
        <source>Petition or visit</source>
        <translation>信访来访</translation>
    </message>
    <message>
        <source>Command centre</source>
        <translation>指挥中心</translation>
    </message>
    <message>
        <source>Chief or steward</source>
        <translation>街巷巡查</translation>
    </message>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>check of a task</source>
        <translation>准入核对</translation>
    </message>
    <message>
        <source>report after an emergency</source>
        <translation>先办后补报</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>answer to the request to erase</source>
        <translation>答复删除申请</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>contact the citizen</source>
        <translation>联系诉求人</translation>
    </message>
    <message>
        <source>resolve</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>redone too often</source>
        <translation>重办过多</translation>
    </message>
    <message>
        <source>ruling on the duty</source>
        <translation>职责裁定</translation>
    </message>
    <message>
        <source>feed back</source>
        <translation>协办反馈</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>decide on doing it again</source>
        <translation>决定是否重办</translation>
    </message>
    <message>
        <source>do it again</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>review of the suspension</source>
        <translation>挂账复核</translation>
    </message>
    <message>
        <source>look back</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>first meeting at the post</source>
        <translation>现场首会</translation>
    </message>
    <message>
        <source>next meeting at the post</source>
        <translation>下次会</translation>
    </message>
    <message>
        <source>change of shift at the post</source>
        <translation>指挥部换班</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>head count</source>
        <translation>人员清点</translation>
    </message>
    <message>
        <source>tell the leader</source>
        <translation>报主要领导</translation>
    </message>
    <message>
        <source>a leader signs</source>
        <translation>领导补签</translation>
    </message>
    <message>
        <source>leader leaves</source>
        <translation>领导出发</translation>
    </message>
    <message>
        <source>leader on the scene</source>
        <translation>领导到场</translation>
    </message>
    <message>
        <source>phone the district</source>
        <translation>电话报区</translation>
    </message>
    <message>
        <source>written report to the district</source>
        <translation>书面报区</translation>
    </message>
    <message>
        <source>next report</source>
        <translation>续报</translation>
    </message>
    <message>
        <source>final report</source>
        <translation>终报</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>会议研判</translation>
    </message>
    <message>
        <source>answer of the team</source>
        <translation>专班答复</translation>
    </message>
    <message>
        <source>members sign in</source>
        <translation>党员签到</translation>
    </message>
    <message>
        <source>decided on site</source>
        <translation>现场定的事</translation>
    </message>
    <message>
        <source>appraisal</source>
        <translation>双向评价</translation>
    </message>
    <message>
        <source>answer to the warning</source>
        <translation>预警叫应</translation>
    </message>
    <message>
        <source>level 1 · red</source>
        <translation>一级·红</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>level 2 · orange</source>
        <translation>二级·橙</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>level 3 · yellow</source>
        <translation>三级·黄</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>level 4 · blue</source>
        <translation>四级·蓝</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>not our duty</source>
        <translation>不属职责</translation>
    </message>
    <message>
        <source>short of forces</source>
        <translation>力量不足</translation>
    </message>
    <message>
        <source>busy with another call</source>
        <translation>正在处置其他警情</translation>
    </message>
    <message>
        <source>superior must approve</source>
        <translation>需上级批准</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>task done</source>
        <translation>任务完成</translation>
    </message>
    <message>
        <source>relieved by others</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>not needed any more</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>too dangerous to stay</source>
        <translation>现场危险</translation>
    </message>
    <message>
        <source>stand-down</source>
        <translation>解除响应</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>drill ended</source>
        <translation>演练终止</translation>
    </message>
    <message>
        <source>Street chief</source>
        <translation>街长</translation>
    </message>
    <message>
        <source>Alley chief</source>
        <translation>巷长</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>替补</translation>
    </message>
    <message>
        <source>Alley steward</source>
        <translation>小巷管家</translation>
    </message>
    <message>
        <source>Building keeper</source>
        <translation>楼院管理员</translation>
    </message>
    <message>
        <source>Unit keeper</source>
        <translation>社会单位管理员</translation>
    </message>
    <message>
        <source>Community secretary</source>
        <translation>社区书记</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Duty clerk</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Community on duty</source>
        <translation>社区值班</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>险情</translation>
    </message>
    <message>
        <source>Trapped</source>
        <translation>被困</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>受伤</translation>
    </message>
    <message>
        <source>Evacuated</source>
        <translation>疏散</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>失踪</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Property lost</source>
        <translation>财产损失</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Informant</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>Kind of event (first guess)</source>
        <translation>事件类别（初判）</translation>
    </message>
    <message>
        <source>Event grade (first guess)</source>
        <translation>事件等级（初判）</translation>
    </message>
    <message>
        <source>Warning level</source>
        <translation>预警级别</translation>
    </message>
    <message>
        <source>Response level</source>
        <translation>响应级别</translation>
    </message>
    <message>
        <source>Natural disaster</source>
        <translation>自然灾害</translation>
    </message>
    <message>
        <source>Accident</source>
        <translation>事故灾难</translation>
    </message>
    <message>
        <source>Public health</source>
        <translation>公共卫生</translation>
    </message>
    <message>
        <source>Social security</source>
        <translation>社会安全</translation>
    </message>
    <message>
        <source>Extremely serious</source>
        <translation>特别重大</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>较大</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Level 1</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>二级</translation>
    </message>
    <message>
        <source>Level 3</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>Level 4</source>
        <translation>四级</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接报</translation>
    </message>
    <message>
        <source>First guess</source>
        <translation>初判</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Leaders told</source>
        <translation>报领导</translation>
    </message>
    <message>
        <source>District told</source>
        <translation>报区</translation>
    </message>
    <message>
        <source>Leader there</source>
        <translation>赶赴</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>先期处置</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>指挥部</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Stand-down</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>撤收</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>终报</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>疏散</translation>
    </message>
    <message>
        <source>Cordon</source>
        <translation>警戒</translation>
    </message>
    <message>
        <source>Guiding the rescue</source>
        <translation>引导救援</translation>
    </message>
    <message>
        <source>Water, power, gas shut off</source>
        <translation>协调关停水电气</translation>
    </message>
    <message>
        <source>Residents helping themselves</source>
        <translation>组织自救互救</translation>
    </message>
    <message>
        <source>First aid</source>
        <translation>现场救护</translation>
    </message>
    <message>
        <source>Warning residents</source>
        <translation>告知周边</translation>
    </message>
    <message>
        <source>Other first response</source>
        <translation>其他处置</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Draft|drill</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已演练</translation>
    </message>
    <message>
        <source>Tabletop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实战</translation>
    </message>
    <message>
        <source>Single item</source>
        <translation>单项</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>Test|drill</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>示范</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Director</source>
        <translation>总指挥</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>总策划</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>Players</source>
        <translation>参演</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Evaluation|role</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Observers</source>
        <translation>观摩</translation>
    </message>
    <message>
        <source>Phone|inject</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>电台</translation>
    </message>
    <message>
        <source>Face to face|inject</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Paper|inject</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>by the clock</source>
        <translation>到点投放</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动投放</translation>
    </message>
    <message>
        <source>A|grade</source>
        <translation>优</translation>
    </message>
    <message>
        <source>B|grade</source>
        <translation>良</translation>
    </message>
    <message>
        <source>C|grade</source>
        <translation>中</translation>
    </message>
    <message>
        <source>D|grade</source>
        <translation>差</translation>
    </message>
    <message>
        <source>always</source>
        <translation>一直</translation>
    </message>
    <message>
        <source>somebody is trapped</source>
        <translation>有人被困</translation>
    </message>
    <message>
        <source>somebody is injured</source>
        <translation>有人受伤</translation>
    </message>
    <message>
        <source>people were evacuated</source>
        <translation>有人疏散</translation>
    </message>
    <message>
        <source>nobody has arrived</source>
        <translation>无人到场</translation>
    </message>
    <message>
        <source>the post stands</source>
        <translation>指挥部已成立</translation>
    </message>
    <message>
        <source>there is no post yet</source>
        <translation>指挥部未成立</translation>
    </message>
    <message>
        <source>{what}: {words}</source>
        <translation>{what}：{words}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>leader on duty</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>main leader</source>
        <translation>主要领导</translation>
    </message>
    <message>
        <source>a named leader</source>
        <translation>指定领导</translation>
    </message>
    <message>
        <source>to the leader: {clock}</source>
        <translation>报领导：{clock}</translation>
    </message>
</context>
<context>
    <name>WordsSheet</name>
    <message>
        <source>Danger</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Stop</source>
        <translation>停下</translation>
    </message>
    <message>
        <source>F9 and every other key go on working; you may leave this screen.</source>
        <translation>F9 和其他键照常可用，也可以离开这一页。</translation>
    </message>
    <message>
        <source>Stopping keeps what is in; the rest can be brought in later.</source>
        <translation>停下会保留已导入的，其余可以以后再导。</translation>
    </message>
    <message>
        <source>The file is only read; nothing is written.</source>
        <translation>只读取文件，不写入任何内容。</translation>
    </message>
    <message>
        <source>of {n} rows</source>
        <translation>/ {n} 行</translation>
    </message>
    <message>
        <source>reading the file</source>
        <translation>正在读文件</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停下…</translation>
    </message>
    <message>
        <source>for {span}</source>
        <translation>已用 {span}</translation>
    </message>
    <message>
        <source>{words} · about {span} left</source>
        <translation>{words} · 还要约 {span}</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停下</translation>
    </message>
</context>
<context>
    <name>YearCurve</name>
    <message>
        <source>{year} so far {n}</source>
        <translation>{year} 至今 {n}</translation>
    </message>
    <message>
        <source>season</source>
        <translation>高发季</translation>
    </message>
</context>
<context>
    <name>_ChoicePainter</name>
    <message>
        <source>{n} in hand</source>
        <translation>在办 {n}</translation>
    </message>
</context>
<context>
    <name>_Exporting</name>
    <message>
        <source>Write to</source>
        <translation>写到</translation>
    </message>
    <message>
        <source>path of the file, ending in .xlsx or .csv</source>
        <translation>文件路径，以 .xlsx 或 .csv 结尾</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>导出这张清单</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>ticked cases: {n}</source>
        <translation>勾选的 {n} 件</translation>
    </message>
    <message>
        <source>The columns, the order and the filters of the screen. A text that looks like a formula stays a text.</source>
        <translation>列、排序和筛选与屏幕一样。像公式的文字仍是文字。</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>Cases-{list}-{moment}</source>
        <translation>案件-{list}-{moment}</translation>
    </message>
    <message>
        <source>writing …</source>
        <translation>正在写…</translation>
    </message>
    <message>
        <source>writing: {n} of {total}</source>
        <translation>正在写：{n}，共 {total}</translation>
    </message>
    <message>
        <source>Cases written: {n} · {path}</source>
        <translation>已写出 {n} 件 · {path}</translation>
    </message>
</context>
<context>
    <name>_Painter</name>
    <message>
        <source>taken out again; the file is kept</source>
        <translation>已移出，文件保留</translation>
    </message>
    <message>
        <source>erased by law</source>
        <translation>已依法删除</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部途径</translation>
    </message>
    <message>
        <source>open {open} · before {before}</source>
        <translation>在办 {open} · 上期 {before}</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>_ToPrinter</name>
    <message>
        <source>Printing on {printer}: {title}</source>
        <translation>正在送 {printer}：{title}</translation>
    </message>
    <message>
        <source>Sent to {printer}</source>
        <translation>已送 {printer}</translation>
    </message>
</context>
</TS>
